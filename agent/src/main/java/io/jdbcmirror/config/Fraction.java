package io.jdbcmirror.config;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number from 0.0 to 1.0, read as {@code Double}. Digits and one point only: neither
 * {@code NaN} nor {@code 50%} nor {@code 0,5} may be taken for a number.
 */
public final class Fraction implements Kind {
  /** What is allowed, in words that complete "allowed is ...". */
  public static final String ALLOWED = "a number from 0.0 to 1.0, such as 0.25";

  private static final MathContext DIGITS = new MathContext(6);

  /**
   * @return null if the text is not allowed
   */
  public static @Nullable Double parse(String text) {
    String number = text.trim();
    if (!isDecimal(number)) {
      return null;
    }
    double value = Double.parseDouble(number);
    return value <= 1.0 ? value : null;
  }

  @Override
  public @Nullable Object read(String text) {
    return parse(text);
  }

  /** With six digits at most. */
  public static String text(double fraction) {
    return BigDecimal.valueOf(fraction).round(DIGITS).toPlainString();
  }

  static boolean isDecimal(String text) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  @Override
  public String allowed() {
    return ALLOWED;
  }

  @Override
  public String shown(String text) {
    return text;
  }
}
