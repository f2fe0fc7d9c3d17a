package io.jdbcmirror.support;

/** What stands between the words of one SQL text: blanks and comments. */
final class SqlBlanks {
  private final String sql;
  private final SqlLexer.Syntax syntax;
  private int executable;

  SqlBlanks(String sql, SqlLexer.Syntax syntax) {
    this.sql = sql;
    this.syntax = syntax;
  }

  /** Where the next word, or the text, ends what is passed over from here. */
  int skip(int from) {
    int at = from;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else if (isLineComment(at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end + 1;
      } else if (sql.startsWith("/*", at)) {
        at = skipBlockComment(at);
      } else if (endsExecutable(at)) {
        executable--;
        at += 2;
      } else {
        return at;
      }
    }
    return at;
  }

  boolean isComment(int place) {
    return isLineComment(place) || sql.startsWith("/*", place) || endsExecutable(place);
  }

  private boolean endsExecutable(int place) {
    return executable > 0 && sql.startsWith("*/", place);
  }

  private boolean isLineComment(int place) {
    if (sql.charAt(place) == '#') {
      return syntax.hashComments();
    }
    if (!sql.startsWith("--", place)) {
      return false;
    }
    return !syntax.dashesNeedBlank()
        || place + 2 >= sql.length()
        || Character.isWhitespace(sql.charAt(place + 2));
  }

  private int skipBlockComment(int from) {
    boolean executed = sql.startsWith("!", from + 2) || sql.startsWith("M!", from + 2);
    if (executed && syntax.executableComments()) {
      executable++;
      return skipVersion(sql.indexOf('!', from) + 1);
    }
    int at = from;
    int depth = 0;
    do {
      if (sql.startsWith("/*", at) && (depth == 0 || syntax.nestedComments())) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
    return Math.min(at, sql.length());
  }

  /** The version from which an executable comment is executed. */
  private int skipVersion(int from) {
    int at = from;
    while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
      at++;
    }
    return at;
  }
}
