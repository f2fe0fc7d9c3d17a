package io.jdbcmirror.digest;

import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;

/**
 * The words of an SQL text as a digest has them: every literal and parameter is a {@code ?},
 * whatever parts it has, operators are whole, unquoted names in lower case. Used once.
 */
final class SqlTokens {
  enum Kind {
    WORD,
    QUOTED,
    VALUE,
    SYMBOL,
    END
  }

  static final String VALUE = "?";

  private static final int MAX_NAME = 128;

  private final String sql;
  private final Dialect dialect;
  private final SqlLexer lexer;
  private final Operators operators;
  private final NamePlaces names = new NamePlaces();
  private final StrayQuotes quotes = new StrayQuotes();
  private boolean peeked;
  private Token token = Token.END;
  private Kind kind = Kind.END;
  private String text = "";
  private String word = "";
  private boolean operand;

  SqlTokens(String sql, Dialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
    this.lexer = new SqlLexer(sql, dialect);
    this.operators = new Operators(sql, dialect, lexer);
  }

  Kind kind() {
    return kind;
  }

  /** The token as a digest writes it. */
  String text() {
    return text;
  }

  /** Of a WORD in upper case, of a QUOTED name as it stands between the quotes; else empty. */
  String word() {
    return word;
  }

  /** Of a WORD in upper case, else empty. */
  String keyword() {
    return kind == Kind.WORD ? word : "";
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** Of a WORD in lower case, of a QUOTED name as it stands between the quotes. */
  String name() {
    return kind == Kind.QUOTED ? word : text;
  }

  /** Whether an operator may follow: the token ends an expression. */
  boolean isOperand() {
    return operand;
  }

  boolean isWord(String upper) {
    return keyword().equals(upper);
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /**
   * Whether a quote is missing somewhere, so that nobody knows what is inside of a literal and what
   * is not.
   */
  boolean isBroken() {
    return quotes.areFound();
  }

  /** The next token; END also where the text turns out to be broken. */
  Kind next() {
    take();
    switch (token) {
      case LITERAL:
        return string();
      case QUOTED_NAME:
        return quotedName();
      case WORD:
        return unquoted();
      case SYMBOL:
        return symbol();
      default:
        return set(Kind.END, "", "");
    }
  }

  private void take() {
    token = peeked ? token : lexer.next();
    peeked = false;
  }

  private Token peek() {
    token = peeked ? token : lexer.next();
    peeked = true;
    return token;
  }

  private Kind set(Kind newKind, String newText, String newWord) {
    boolean name = newKind == Kind.QUOTED || newKind == Kind.VALUE;
    operand =
        name
            || (newKind == Kind.WORD && (is(".") || !Keywords.isBeforeOperand(newWord)))
            || (newKind == Kind.SYMBOL && ")]}".contains(newText));
    kind = isBroken() ? Kind.END : newKind;
    text = newText;
    word = newWord;
    names.accept(this);
    return kind;
  }

  private Kind value() {
    return set(Kind.VALUE, VALUE, "");
  }

  /** Literals one behind the other are one, as they are for most databases. */
  private Kind string() {
    quotes.literal(lexer, sql);
    while (peek() == Token.LITERAL) {
      take();
      quotes.continued(lexer);
    }
    checkFollower();
    return value();
  }

  private void checkFollower() {
    if (peek() == Token.WORD && lexer.start() == quotes.literalEnd()) {
      quotes.follower(lexer.word());
    }
  }

  private Kind quotedName() {
    String name = lexer.word();
    String written = sql.substring(lexer.start(), lexer.end());
    quotes.name(lexer);
    checkFollower();
    boolean doubtful = written.charAt(0) == '"' && dialect.doubtfulDoubleQuotes();
    if (names.isPassword() || !isName(name) || (doubtful && !names.isExpected(peekSymbol()))) {
      return value();
    }
    return set(Kind.QUOTED, written, name);
  }

  /** No database has longer names, and those with quotes inside are rather a literal's rest. */
  private static boolean isName(String name) {
    return name.length() <= MAX_NAME && name.indexOf('\'') < 0 && name.indexOf('\n') < 0;
  }

  private char peekSymbol() {
    return peek() == Token.SYMBOL ? lexer.symbol() : ' ';
  }

  private Kind unquoted() {
    String upper = lexer.word();
    int start = lexer.start();
    int end = lexer.end();
    if (Character.isDigit(upper.charAt(0)) && !isDigitName(upper)) {
      return number(end);
    }
    if (introducesString(upper, end)) {
      return string();
    }
    boolean secret = names.isPassword() && !upper.equals("VALUES");
    boolean parameter = dialect == Dialect.SQLITE && upper.length() > 1 && upper.startsWith("@");
    if (secret || parameter) {
      return value();
    }
    quotes.word(upper);
    return set(Kind.WORD, Keywords.lower(sql.substring(start, end)), upper);
  }

  /** MySQL has names that begin with digits, if there are others than digits in them. */
  private boolean isDigitName(String upper) {
    return dialect.isMySqlLike() && !Numbers.isNumber(upper);
  }

  private boolean introducesString(String upper, int end) {
    boolean prefix = Introducers.isPrefix(upper) && sql.startsWith("'", end);
    boolean charset = dialect.isMySqlLike() && Introducers.isCharset(upper);
    boolean found = prefix || (charset && peek() == Token.LITERAL);
    if (upper.equals("U") && sql.startsWith("&'", end)) {
      lexer.extendTo(end + 1);
      found = true;
    }
    if (found) {
      take();
    }
    return found;
  }

  private Kind number(int end) {
    lexer.extendTo(Numbers.end(sql, lexer.start(), end));
    quotes.reset();
    return value();
  }

  private Kind symbol() {
    int start = lexer.start();
    int end = lexer.end();
    quotes.reset();
    int parameterEnd = operators.parameterEnd(start, operand);
    if (parameterEnd > 0) {
      lexer.extendTo(parameterEnd);
      return value();
    }
    if (lexer.symbol() == '.' && Numbers.isDigit(sql, end) && !isQualifier(start)) {
      return number(end);
    }
    int operatorEnd = operators.end(start);
    lexer.extendTo(operatorEnd);
    String operator = sql.substring(start, operatorEnd);
    if (!operand && (operator.equals("-") || operator.equals("+")) && isNumberNext()) {
      return next();
    }
    return set(Kind.SYMBOL, operator, "");
  }

  /** A point that touches a name, or the other one of a range. */
  private boolean isQualifier(int start) {
    char before = start == 0 ? ' ' : sql.charAt(start - 1);
    return before == '.' || (operand && !Character.isWhitespace(before));
  }

  private boolean isNumberNext() {
    Token next = peek();
    if (next == Token.WORD) {
      return Character.isDigit(lexer.word().charAt(0)) && !isDigitName(lexer.word());
    }
    return next == Token.SYMBOL && lexer.symbol() == '.' && Numbers.isDigit(sql, lexer.end());
  }
}
