package io.jdbcmirror.traffic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 64 bits that are the same for values that differ in form only: whole numbers of any type, scales,
 * blanks that pad at the end, one moment in several time zones. Only values of the JDK's own
 * classes are looked at, by their exact class; no method of another is called.
 */
public final class CellHash {
  /** Returned for a value of which nothing is known: large objects, streams, the driver's own. */
  public static final long OPAQUE = 0x5EED_0FF5_EE00_0000L;

  private static final long NULL = 0x2545_F491_4F6C_DD1DL;
  private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

  /** Of a longer text or array so much is looked at, half at its begin and half at its end. */
  private static final int MAX_LENGTH = 64 * 1024;

  /** Decimals of so few digits are told apart by their nearest double. */
  private static final int DOUBLE_DIGITS = 15;

  private CellHash() {}

  /**
   * Takes time linear in the length of a text or an array, up to 64 K characters or bytes: of more
   * the length counts, and what stands at both ends.
   */
  public static long of(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof String) {
      return ofText((String) value, trimmed((String) value));
    }
    if (value instanceof Number) {
      return ofNumber((Number) value);
    }
    if (value instanceof Boolean) {
      return ofWhole((Boolean) value ? 1 : 0);
    }
    if (value instanceof byte[]) {
      return ofBytes((byte[]) value);
    }
    if (value instanceof UUID) {
      UUID id = (UUID) value;
      return mix(id.getMostSignificantBits() * PRIME + id.getLeastSignificantBits());
    }
    return ofTime(value);
  }

  /**
   * The same, but for texts of decimals and of moments, where zeros at the end of the fraction do
   * not count: databases write the same number with more or fewer of them.
   */
  public static long ofText(String text) {
    return ofText(text, withoutZeros(text, trimmed(text)));
  }

  private static long ofText(String text, int length) {
    long hash = length;
    for (int i = 0; i < length; i = next(i, length)) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /** The next index to be looked at. */
  private static int next(int index, int length) {
    boolean skips = index == MAX_LENGTH / 2 - 1 && length > MAX_LENGTH;
    return skips ? length - MAX_LENGTH / 2 : index + 1;
  }

  private static int trimmed(String text) {
    int length = text.length();
    while (length > 0 && text.charAt(length - 1) == ' ') {
      length--;
    }
    return length;
  }

  private static int withoutZeros(String text, int length) {
    int end = length;
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    int point = end - 1;
    while (point > 0 && isDigit(text.charAt(point))) {
      point--;
    }
    boolean fraction = point > 0 && text.charAt(point) == '.' && isDigit(text.charAt(point - 1));
    return fraction ? (point == end - 1 ? point : end) : length;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static long ofNumber(Number value) {
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte) {
      return ofWhole(value.longValue());
    }
    if (value instanceof Double || value instanceof Float) {
      return ofDouble(value.doubleValue());
    }
    if (value.getClass() == BigDecimal.class) {
      return ofDecimal((BigDecimal) value);
    }
    return value.getClass() == BigInteger.class ? ofInteger((BigInteger) value) : OPAQUE;
  }

  private static long ofWhole(long value) {
    return mix(value + PRIME);
  }

  private static long ofDouble(double value) {
    long whole = (long) value;
    return whole == value && whole != Long.MAX_VALUE
        ? ofWhole(whole)
        : mix(Double.doubleToLongBits(value) ^ PRIME);
  }

  private static long ofInteger(BigInteger value) {
    return value.bitLength() < Long.SIZE ? ofWhole(value.longValue()) : mix(value.hashCode());
  }

  private static long ofDecimal(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
      return ofWhole(plain.longValue());
    }
    return plain.precision() <= DOUBLE_DIGITS ? ofDouble(plain.doubleValue()) : mix(hash(plain));
  }

  private static long hash(BigDecimal plain) {
    return plain.unscaledValue().hashCode() * PRIME + plain.scale();
  }

  private static long ofBytes(byte[] bytes) {
    long hash = bytes.length;
    for (int i = 0; i < bytes.length; i = next(i, bytes.length)) {
      hash = (hash ^ bytes[i]) * PRIME;
    }
    return mix(hash);
  }

  @SuppressWarnings("JavaUtilDate") // what drivers return
  private static long ofTime(Object value) {
    Class<?> type = value.getClass();
    if (type == java.sql.Timestamp.class) {
      java.sql.Timestamp time = (java.sql.Timestamp) value;
      return ofMoment(Math.floorDiv(time.getTime(), 1000L), time.getNanos());
    }
    if (type == java.sql.Date.class
        || type == java.sql.Time.class
        || type == java.util.Date.class) {
      long millis = ((java.util.Date) value).getTime();
      return ofMoment(Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000);
    }
    if (type == OffsetDateTime.class) {
      return of(((OffsetDateTime) value).toInstant());
    }
    if (type == ZonedDateTime.class) {
      return of(((ZonedDateTime) value).toInstant());
    }
    if (type == Instant.class) {
      Instant moment = (Instant) value;
      return ofMoment(moment.getEpochSecond(), moment.getNano());
    }
    boolean local =
        type == LocalDate.class
            || type == LocalTime.class
            || type == LocalDateTime.class
            || type == OffsetTime.class;
    return local ? mix(value.hashCode() * PRIME) : OPAQUE;
  }

  private static long ofMoment(long seconds, int nanos) {
    return mix(seconds * PRIME + nanos);
  }

  /** Spreads every bit over all others. */
  static long mix(long bits) {
    long hash = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return hash ^ (hash >>> 31);
  }
}
