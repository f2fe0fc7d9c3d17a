package io.jdbcmirror.target;

import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Transaction;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statement by which an application begins a transaction itself. The mirror's connection begins
 * its own; but what the statement says of isolation and access mode must hold there too.
 */
final class SqlBegin {
  private static final Set<String> SAYS_NO_MORE =
      new HashSet<>(Arrays.asList("BEGIN", "START", "TRANSACTION", "WORK"));

  private SqlBegin() {}

  /** Null where the transaction was begun by the driver. */
  static @Nullable Request of(Transaction transaction, Vendor source) {
    Request first = transaction.requests().isEmpty() ? null : transaction.requests().get(0);
    if (first == null || !first.isTransactionControl()) {
      return null;
    }
    SqlLexer lexer = lexer(first, source);
    boolean begins =
        lexer.next() == Token.WORD
            && (lexer.word().equals("BEGIN") || lexer.word().equals("START"));
    return begins ? first : null;
  }

  /**
   * Whether it is to be executed within the transaction that the mirror's connection has begun:
   * PostgreSQL then takes its modes for that one, with a warning, and MySQL and MariaDB begin anew.
   */
  static boolean isRepeatable(Request begin, Vendor source, Vendor target) {
    boolean takesIt =
        (source == Vendor.POSTGRESQL && target == Vendor.POSTGRESQL)
            || (source.isMySqlFamily() && target.isMySqlFamily());
    return takesIt && namesModes(begin, source);
  }

  private static boolean namesModes(Request begin, Vendor source) {
    SqlLexer lexer = lexer(begin, source);
    Token token = lexer.next();
    while (token == Token.WORD && SAYS_NO_MORE.contains(lexer.word())) {
      token = lexer.next();
    }
    return token == Token.WORD;
  }

  private static SqlLexer lexer(Request begin, Vendor source) {
    String sql = begin.statement().sql();
    return new SqlLexer(sql == null ? "" : sql, source);
  }
}
