package io.jdbcmirror.digest;

import io.jdbcmirror.support.SqlLexer;

/** Tells parameters from operators, and where each ends. */
final class Operators {
  private static final String CHARACTERS = "+-*/<>=~!@#%^&|\\";

  /** PostgreSQL ends an operator before a sign, unless one of these is in it. */
  private static final String KEEP_SIGNS = "~!@#%^&|`?";

  /** As PostgreSQL has it; longer ones are read as several, so that time stays linear. */
  private static final int MAX_LENGTH = 63;

  private final String sql;
  private final Dialect dialect;
  private final SqlLexer lexer;

  Operators(String sql, Dialect dialect, SqlLexer lexer) {
    this.sql = sql;
    this.dialect = dialect;
    this.lexer = lexer;
  }

  /**
   * The end of a parameter that begins here, or 0: {@code ?}, {@code ?1}, {@code $1}, {@code
   * :name}, and SQLite's {@code $name}. Behind an operand it is an operator: {@code a[1:2]}, and
   * PostgreSQL's {@code a ?| b}, or {@code a ??| b} as JDBC spells it.
   */
  int parameterEnd(int start, boolean operand) {
    switch (sql.charAt(start)) {
      case '?':
        return operand && isJsonOperator(start) ? 0 : Numbers.word(sql, start + 1);
      case '$':
        return dialect == Dialect.SQLITE ? named(start) : numbered(start);
      case ':':
        return operand ? 0 : named(start);
      default:
        return 0;
    }
  }

  private boolean isJsonOperator(int start) {
    return dialect == Dialect.POSTGRESQL
        && start + 1 < sql.length()
        && "?|&".indexOf(sql.charAt(start + 1)) >= 0;
  }

  /** SQL Server writes amounts of money so. */
  private int numbered(int start) {
    return Numbers.isDigit(sql, start + 1) ? Numbers.end(sql, start + 1, start + 1) : 0;
  }

  private int named(int start) {
    int end = Numbers.word(sql, start + 1);
    return end > start + 1 ? end : 0;
  }

  /** The end of the operator, bracket or whatever else begins here. */
  int end(int start) {
    char first = sql.charAt(start);
    if (first == ':') {
      boolean pair = sql.startsWith("::", start) || sql.startsWith(":=", start);
      return start + (pair ? 2 : 1);
    }
    if (first != '?' && !isPart(start)) {
      return start + 1;
    }
    int end = start + 1;
    int longest = Math.min(sql.length(), start + MAX_LENGTH);
    while (end < longest && (isPart(end) || isQuestion(start, end)) && !lexer.isComment(end)) {
      end++;
    }
    return withoutSigns(start, end);
  }

  private boolean isPart(int at) {
    char c = sql.charAt(at);
    if (c > '\u007f') {
      return c != '\uFEFF' && !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
    }
    return CHARACTERS.indexOf(c) >= 0 && dialect.nameStarts().indexOf(c) < 0;
  }

  /** Also {@code ??|} and {@code @??}; but {@code =?} has a parameter in it. */
  private boolean isQuestion(int start, int at) {
    if (sql.charAt(at) != '?' || dialect != Dialect.POSTGRESQL) {
      return false;
    }
    char before = sql.charAt(at - 1);
    return before == '@' || (before == '?' && at - start <= 2);
  }

  private int withoutSigns(int start, int end) {
    boolean keeps = false;
    for (int i = start; dialect == Dialect.POSTGRESQL && i < end; i++) {
      keeps |= KEEP_SIGNS.indexOf(sql.charAt(i)) >= 0;
    }
    int at = end;
    while (!keeps && at > start + 1 && "+-".indexOf(sql.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }
}
