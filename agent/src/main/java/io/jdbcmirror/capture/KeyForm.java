package io.jdbcmirror.capture;

import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import io.jdbcmirror.traffic.StatementText;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** How an insert hands the keys that it generates to the application. */
enum KeyForm {
  /** It does not. */
  NONE,
  /** By {@link Statement#getGeneratedKeys}. */
  ASKED,
  /** As the rows of its {@code RETURNING}, an ordinary result. */
  RETURNED;

  /** Linear in the text's length, where it is an insert at all. */
  static KeyForm of(StatementText text, SqlLexer.Syntax syntax) {
    String sql = text.sql();
    boolean asked = asks(text.generatedKeys());
    if (sql == null || !(asked || mentionsReturning(sql))) {
      return NONE;
    }
    SqlLexer lexer = new SqlLexer(sql, syntax);
    if (!isInsert(lexer)) {
      return NONE;
    }
    return asked ? ASKED : (hasReturning(lexer) ? RETURNED : NONE);
  }

  private static boolean asks(@Nullable Object keys) {
    if (keys instanceof Integer) {
      return (Integer) keys == Statement.RETURN_GENERATED_KEYS;
    }
    return (keys instanceof int[] && ((int[]) keys).length > 0)
        || (keys instanceof String[] && ((String[]) keys).length > 0);
  }

  /** Cheaper than the lexer, which most texts need not meet. */
  private static boolean mentionsReturning(String sql) {
    for (int at = sql.length() - "returning".length(); at > 0; at--) {
      if (sql.regionMatches(true, at, "returning", 0, "returning".length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInsert(SqlLexer lexer) {
    if (lexer.next() != Token.WORD) {
      return false;
    }
    switch (lexer.word()) {
      case "INSERT":
      case "REPLACE":
      case "MERGE":
      case "WITH":
        return true;
      default:
        return false;
    }
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
