package io.jdbcmirror.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A whole number with or without a unit, within a range; read as {@code Long}. */
final class Quantity implements Kind {
  private static final int MAX_DIGITS = 15;
  private static final String[] NO_UNITS = {""};
  private static final long[] ONE = {1};
  private static final String[] TIME_UNITS = {"ms", "s", "m"};
  private static final long[] MILLIS = {1, 1_000, 60_000};
  private static final String[] SIZE_UNITS = {"", "k", "m", "g"};
  private static final long[] BYTES = {1, 1L << 10, 1L << 20, 1L << 30};

  private final String[] units;
  private final long[] factors;
  private final long min;
  private final long max;
  private final String allowed;

  private Quantity(String[] units, long[] factors, String[] range, String allowed) {
    this.units = units;
    this.factors = factors;
    this.allowed = allowed;
    this.min = parse(range[0]);
    this.max = parse(range[1]);
  }

  /** A number without a unit, {@code min} and {@code max} among what is allowed. */
  static Quantity number(int min, int max) {
    String[] range = {Integer.toString(min), Integer.toString(max)};
    return new Quantity(NO_UNITS, ONE, range, "a whole number from " + min + " to " + max);
  }

  /** A duration, read in milliseconds. The bounds are written like the setting itself. */
  static Quantity duration(String min, String max) {
    String allowed = "a duration from " + min + " to " + max + ", such as 250ms, 5s or 2m";
    return new Quantity(TIME_UNITS, MILLIS, new String[] {min, max}, allowed);
  }

  /** A size, read in bytes; {@code k} is 1,024. The bounds are written like the setting itself. */
  static Quantity size(String min, String max) {
    String allowed = "a size in bytes from " + min + " to " + max + ", such as 64k, 8m or 1g";
    return new Quantity(SIZE_UNITS, BYTES, new String[] {min, max}, allowed);
  }

  @Override
  public @Nullable Object read(String text) {
    long value = parse(text.trim());
    return value >= min && value <= max ? value : null;
  }

  /** -1 if it is no such quantity. */
  private long parse(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    long factor = factor(text.substring(digits));
    if (digits == 0 || digits > MAX_DIGITS || factor < 0) {
      return -1;
    }
    long number = Long.parseLong(text.substring(0, digits));
    return number > Long.MAX_VALUE / factor ? -1 : number * factor;
  }

  private long factor(String unit) {
    // 8M can only be a size, but 5M might be minutes or millions: durations stay as written.
    String written = units == SIZE_UNITS ? unit.toLowerCase(Locale.ROOT) : unit;
    for (int i = 0; i < units.length; i++) {
      if (units[i].equals(written)) {
        return factors[i];
      }
    }
    return -1;
  }

  @Override
  public String allowed() {
    return allowed;
  }

  @Override
  public String shown(String text) {
    return text;
  }
}
