package io.jdbcmirror.support;

import java.util.Locale;

/**
 * Walks over SQL word by word, passing over comments, string literals and quoted names. A lexer,
 * not a parser: never fails, on any text, and takes linear time.
 *
 * <p>Literals: single quotes with doubled quotes inside, backslashes where the syntax or an {@code
 * E''} prefix says so, dollar quotes ({@code $$} and {@code $tag$}), nested block comments, and
 * MySQL's {@code /*! ... *}{@code /}, whose content is executed and therefore read.
 */
public final class SqlLexer {
  /** How a vendor writes what stands between words. */
  public interface Syntax {
    boolean backslashEscapes();

    boolean hashComments();

    /** Brackets quote names on some vendors; elsewhere they index arrays. */
    boolean bracketQuotes();
  }

  /** What {@link #next} has found. */
  public enum Token {
    /** An unquoted word, number or name; {@link #word()} has it in upper case. */
    WORD,
    /** A quoted name; {@link #word()} has it as it stands between the quotes. */
    QUOTED_NAME,
    /** A string literal, passed over. */
    LITERAL,
    /** One character of anything else; {@link #symbol()} has it. */
    SYMBOL,
    END
  }

  private final String sql;
  private final Syntax syntax;
  private int at;
  private int start;
  private String word = "";
  private char symbol;

  public SqlLexer(String sql, Syntax syntax) {
    this.sql = sql;
    this.syntax = syntax;
  }

  /** Of the last WORD or QUOTED_NAME. */
  public String word() {
    return word;
  }

  /** Of the last SYMBOL. */
  public char symbol() {
    return symbol;
  }

  /** Where the last token begins in the text. */
  public int start() {
    return start;
  }

  /** Where the last token ends, behind its last character. */
  public int end() {
    return at;
  }

  public Token next() {
    skipBlanksAndComments();
    start = at;
    if (at >= sql.length()) {
      return Token.END;
    }
    char c = sql.charAt(at);
    if (isWordStart(c)) {
      return readWord();
    }
    if (c == '\'') {
      return readString(syntax.backslashEscapes());
    }
    if (c == '"' || c == '`' || (c == '[' && syntax.bracketQuotes())) {
      return readQuotedName(c == '[' ? ']' : c);
    }
    if (c == '$' && dollarTagEnd() > 0) {
      return readDollarString();
    }
    symbol = c;
    at++;
    return Token.SYMBOL;
  }

  private Token readWord() {
    int start = at;
    while (at < sql.length() && isWordPart(sql.charAt(at))) {
      at++;
    }
    boolean escapeString =
        at - start == 1
            && (sql.charAt(start) == 'E' || sql.charAt(start) == 'e')
            && at < sql.length()
            && sql.charAt(at) == '\'';
    if (escapeString) {
      return readString(true);
    }
    word = sql.substring(start, at).toUpperCase(Locale.ROOT);
    return Token.WORD;
  }

  private Token readString(boolean backslashEscapes) {
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c == '\\' && backslashEscapes) {
        at++;
      } else if (c == '\'') {
        if (at >= sql.length() || sql.charAt(at) != '\'') {
          break;
        }
        at++;
      }
    }
    at = Math.min(at, sql.length());
    return Token.LITERAL;
  }

  private Token readQuotedName(char end) {
    int start = ++at;
    int close = sql.indexOf(end, at);
    close = close < 0 ? sql.length() : close;
    word = sql.substring(start, close);
    at = Math.min(close + 1, sql.length());
    return Token.QUOTED_NAME;
  }

  /** Where the opening tag of a dollar quote ends, or -1: {@code $1} is a parameter. */
  private int dollarTagEnd() {
    int end = at + 1;
    while (end < sql.length() && isTagPart(sql.charAt(end))) {
      end++;
    }
    boolean opened = end < sql.length() && sql.charAt(end) == '$';
    return opened && !Character.isDigit(sql.charAt(at + 1)) ? end + 1 : -1;
  }

  private Token readDollarString() {
    int tagEnd = dollarTagEnd();
    String tag = sql.substring(at, tagEnd);
    int close = sql.indexOf(tag, tagEnd);
    at = close < 0 ? sql.length() : close + tag.length();
    return Token.LITERAL;
  }

  private void skipBlanksAndComments() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else if (sql.startsWith("--", at) || (c == '#' && syntax.hashComments())) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end + 1;
      } else if (sql.startsWith("/*", at)) {
        skipBlockComment();
      } else if (sql.startsWith("*/", at)) {
        at += 2; // the end of an executable comment
      } else {
        return;
      }
    }
  }

  private void skipBlockComment() {
    boolean executable = sql.startsWith("!", at + 2) || sql.startsWith("M!", at + 2);
    if (executable) {
      at = sql.indexOf('!', at) + 1;
      while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
        at++; // the version from which it is executed
      }
      return;
    }
    int depth = 0;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
    at = Math.min(at, sql.length());
  }

  private static boolean isWordStart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@';
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || c == '$' || c == '#';
  }

  private static boolean isTagPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
