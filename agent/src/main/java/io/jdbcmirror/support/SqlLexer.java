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

    /** Whether double quotes are around strings, not around names. */
    default boolean doubleQuotedStrings() {
      return false;
    }

    default boolean dollarQuotes() {
      return true;
    }

    /** Oracle's {@code q'[it's]'}. */
    default boolean quoteOperator() {
      return false;
    }

    default boolean nestedComments() {
      return true;
    }

    /** Whether the content of {@code /*! ... *}{@code /} is executed. */
    default boolean executableComments() {
      return true;
    }

    /** Whether {@code --} begins a comment only before a blank: {@code 5--3} is 8 on MySQL. */
    default boolean dashesNeedBlank() {
      return false;
    }

    /** What a name may begin with besides letters, digits and underscores. */
    default String nameStarts() {
      return "@";
    }

    /** What may stand in a name besides those. */
    default String nameParts() {
      return "@$#";
    }
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
  private final SqlBlanks blanks;
  private final String nameStarts;
  private final String nameParts;
  private int at;
  private int start;
  private boolean open;
  private String word = "";
  private char symbol;

  public SqlLexer(String sql, Syntax syntax) {
    this.sql = sql;
    this.syntax = syntax;
    this.blanks = new SqlBlanks(sql, syntax);
    this.nameStarts = syntax.nameStarts();
    this.nameParts = syntax.nameParts();
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

  /** Whether the last LITERAL or QUOTED_NAME runs to the end of the text, for want of a quote. */
  public boolean isOpen() {
    return open;
  }

  /** Lets the last token end at a later place, for callers who know tokens of more parts. */
  public void extendTo(int end) {
    at = end;
  }

  /** Whether a comment begins at a place, or an executable one ends there. */
  public boolean isComment(int place) {
    return blanks.isComment(place);
  }

  public Token next() {
    at = blanks.skip(at);
    open = false;
    start = at;
    if (at >= sql.length()) {
      return Token.END;
    }
    char c = sql.charAt(at);
    if (isWordStart(c)) {
      return readWord();
    }
    if (c == '\'' || (c == '"' && syntax.doubleQuotedStrings())) {
      return readString(syntax.backslashEscapes());
    }
    if (c == '"' || c == '`' || (c == '[' && syntax.bracketQuotes())) {
      return readQuotedName(c == '[' ? ']' : c);
    }
    if (c == '$' && syntax.dollarQuotes() && dollarTagEnd() > 0) {
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
    boolean quoted = at - start <= 2 && at < sql.length() && sql.charAt(at) == '\'';
    if (quoted && at - start == 1 && Character.toUpperCase(sql.charAt(start)) == 'E') {
      return readString(true);
    }
    word = sql.substring(start, at).toUpperCase(Locale.ROOT);
    if (quoted && syntax.quoteOperator() && (word.equals("Q") || word.equals("NQ"))) {
      return readAlternativeString();
    }
    return Token.WORD;
  }

  private Token readString(boolean backslashEscapes) {
    char quote = sql.charAt(at++);
    open = true;
    while (at < sql.length() && open) {
      char c = sql.charAt(at++);
      if (c == '\\' && backslashEscapes) {
        at++;
      } else if (c == quote) {
        open = isDoubled(quote);
        at += open ? 1 : 0;
      }
    }
    at = Math.min(at, sql.length());
    return Token.LITERAL;
  }

  private boolean isDoubled(char quote) {
    return at < sql.length() && sql.charAt(at) == quote;
  }

  /** The first character inside of the quote says which one ends it. */
  private Token readAlternativeString() {
    int first = at + 1;
    char opening = first < sql.length() ? sql.charAt(first) : '\'';
    int pair = "[({<".indexOf(opening);
    char closing = pair < 0 ? opening : "])}>".charAt(pair);
    readTo(sql.indexOf(closing + "'", Math.min(first + 1, sql.length())), 2);
    return Token.LITERAL;
  }

  private void readTo(int close, int length) {
    open = close < 0;
    at = open ? sql.length() : close + length;
  }

  private Token readQuotedName(char end) {
    int start = ++at;
    readTo(sql.indexOf(end, at), 1);
    while (!open && isDoubled(end)) {
      readTo(sql.indexOf(end, at + 1), 1);
    }
    word = sql.substring(start, open ? at : at - 1);
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
    readTo(sql.indexOf(tag, tagEnd), tag.length());
    return Token.LITERAL;
  }

  private boolean isWordStart(char c) {
    return isTagPart(c) || nameStarts.indexOf(c) >= 0;
  }

  private boolean isWordPart(char c) {
    return isTagPart(c) || nameParts.indexOf(c) >= 0;
  }

  private static boolean isTagPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
