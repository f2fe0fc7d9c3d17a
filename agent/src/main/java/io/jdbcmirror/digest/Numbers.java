package io.jdbcmirror.digest;

/** Where a number ends, of which the lexer knows only the first digits. */
final class Numbers {
  private Numbers() {}

  static boolean isDigit(String sql, int at) {
    return at < sql.length() && Character.isDigit(sql.charAt(at));
  }

  /** Integers, those with an exponent whose sign or digits are to come, hexadecimal and binary. */
  static boolean isNumber(String upper) {
    int at = 0;
    while (at < upper.length() && Character.isDigit(upper.charAt(at))) {
      at++;
    }
    if (at == upper.length()) {
      return true;
    }
    char c = upper.charAt(at);
    boolean radix = at == 1 && upper.charAt(0) == '0' && (c == 'X' || c == 'B');
    if (!radix && c != 'E') {
      return false;
    }
    int digits = at + 1;
    while (digits < upper.length() && Character.digit(upper.charAt(digits), 16) >= 0) {
      boolean decimal = Character.isDigit(upper.charAt(digits));
      if (!radix && !decimal) {
        return false;
      }
      digits++;
    }
    return digits == upper.length();
  }

  /**
   * @param start of the first digits, or of the decimal point
   * @param end of the first word of it, or behind the point
   */
  static int end(String sql, int start, int end) {
    int at = word(sql, end);
    if (isRadix(sql, start)) {
      return at;
    }
    at = exponent(sql, start, at);
    boolean point = at < sql.length() && sql.charAt(at) == '.' && sql.charAt(start) != '.';
    return point ? fraction(sql, at + 1) : at;
  }

  /**
   * {@code 1.5} and {@code 1.} are numbers, {@code 1..5} is a range of two, {@code $1.a} a field.
   */
  private static int fraction(String sql, int from) {
    if (isDigit(sql, from) || isExponent(sql, from)) {
      return exponent(sql, from, word(sql, from));
    }
    boolean more = from < sql.length() && (sql.charAt(from) == '.' || word(sql, from) > from);
    return more ? from - 1 : from;
  }

  private static boolean isRadix(String sql, int start) {
    return sql.startsWith("0x", start) || sql.startsWith("0X", start);
  }

  private static boolean isExponent(String sql, int at) {
    boolean letter = at < sql.length() && (sql.charAt(at) == 'e' || sql.charAt(at) == 'E');
    return letter && (isDigit(sql, at + 1) || isSignedDigit(sql, at + 1));
  }

  private static boolean isSignedDigit(String sql, int at) {
    boolean sign = at < sql.length() && (sql.charAt(at) == '-' || sql.charAt(at) == '+');
    return sign && isDigit(sql, at + 1);
  }

  /** Past a sign and digits, if what ends here ends with an E. */
  private static int exponent(String sql, int start, int at) {
    boolean letter = at > start && Character.toUpperCase(sql.charAt(at - 1)) == 'E';
    return letter && isSignedDigit(sql, at) ? word(sql, at + 1) : at;
  }

  /** Past letters, digits and underscores. */
  static int word(String sql, int from) {
    int at = from;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
      at++;
    }
    return at;
  }
}
