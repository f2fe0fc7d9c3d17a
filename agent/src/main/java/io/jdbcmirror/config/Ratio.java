package io.jdbcmirror.config;

import org.jspecify.annotations.Nullable;

/** How many times as much: a decimal number above 1, up to 100, read as {@code Double}. */
final class Ratio implements Kind {
  private static final double MAX = 100;

  @Override
  public @Nullable Object read(String text) {
    String number = text.trim();
    double value = Fraction.isDecimal(number) ? Double.parseDouble(number) : 0;
    return value > 1 && value <= MAX ? value : null;
  }

  @Override
  public String allowed() {
    return "a number above 1.0 and up to 100, such as 1.5";
  }

  @Override
  public String shown(String text) {
    return text;
  }
}
