package io.jdbcmirror.capture;

import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import io.jdbcmirror.traffic.StatementText;
import java.sql.Statement;

/** How an insert hands the keys that it generates to the application. */
enum KeyForm {
  /** It does not. */
  NONE,
  /** By {@link Statement#getGeneratedKeys}. */
  ASKED,
  /** As an ordinary result: of its {@code RETURNING}, or of the {@code FINAL TABLE} around it. */
  RETURNED;

  /** Linear in the text's length, where it is an insert at all. */
  static KeyForm of(StatementText text, SqlLexer.Syntax syntax) {
    String sql = text.sql();
    boolean asked = text.asksForKeys();
    if (sql == null || !(asked || mentions(sql, "returning") || mentions(sql, "final"))) {
      return NONE;
    }
    SqlLexer lexer = new SqlLexer(sql, syntax);
    if (lexer.next() != Token.WORD) {
      return NONE;
    }
    if (lexer.word().equals("SELECT")) {
      return !asked && readsInserted(lexer) ? RETURNED : NONE;
    }
    if (!isInsert(lexer.word())) {
      return NONE;
    }
    return asked ? ASKED : (hasReturning(lexer) ? RETURNED : NONE);
  }

  /** Cheaper than the lexer, which most texts need not meet. */
  private static boolean mentions(String sql, String word) {
    for (int at = sql.length() - word.length(); at > 0; at--) {
      if (sql.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInsert(String word) {
    switch (word) {
      case "INSERT":
      case "REPLACE":
      case "MERGE":
      case "WITH":
        return true;
      default:
        return false;
    }
  }

  /** {@code SELECT ... FROM FINAL TABLE (INSERT ...)}. */
  private static boolean readsInserted(SqlLexer lexer) {
    String before = "";
    boolean opened = false;
    for (Token token = lexer.next(); token != Token.END; token = lexer.next()) {
      if (token == Token.SYMBOL) {
        opened = lexer.symbol() == '(' && before.equals("FINAL TABLE");
      } else {
        String word = token == Token.WORD ? lexer.word() : "";
        if (opened && isInsert(word)) {
          return true;
        }
        opened = false;
        before = word.equals("TABLE") && before.equals("FINAL") ? "FINAL TABLE" : word;
      }
    }
    return false;
  }

  private static boolean hasReturning(SqlLexer lexer) {
    for (Token token = lexer.next(); token != Token.END; token = lexer.next()) {
      if (token == Token.WORD && lexer.word().equals("RETURNING")) {
        return true;
      }
    }
    return false;
  }
}
