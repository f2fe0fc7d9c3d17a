package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements that fail on the application's own database. */
public final class Failing {
  private Failing() {}

  /**
   * @throws IllegalStateException if one of them does not fail
   */
  public static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        if (!fails(statement, sql)) {
          throw new IllegalStateException("it did not fail: " + sql);
        }
      }
    }
  }

  private static boolean fails(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return false;
    } catch (SQLException expected) {
      return true;
    }
  }
}
