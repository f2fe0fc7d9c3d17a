package io.jdbcmirror.demo.shop;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lends pooled connections to pieces of work, with or without a transaction around them. */
final class Transactions {
  private final DataSource dataSource;

  Transactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work on one connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Each statement of the work commits by itself. */
  <T> T autocommit(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    }
  }

  /** Commits what the work did, or rolls it all back if it throws. */
  <T> T required(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException failure) {
        rollback(connection, failure);
        throw failure;
      }
    }
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException secondFailure) {
      cause.addSuppressed(secondFailure);
    }
  }
}
