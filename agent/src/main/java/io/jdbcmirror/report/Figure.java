package io.jdbcmirror.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
final class Figure {
  private static final double MILLIS_PER_SECOND = 1e3;

  private Figure() {}

  static String count(double value) {
    return String.format(Locale.ROOT, "%,d", (long) value);
  }

  /** Three digits, no exponent, nothing behind them: 0.00123, 1.5, 7. */
  static String decimal(double value) {
    if (value == Math.rint(value)) {
      return count(value);
    }
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  static String millis(double seconds) {
    return decimal(seconds * MILLIS_PER_SECOND) + " ms";
  }
}
