package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Questions to the target beside a session's work. One that goes wrong is not answered, and on
 * PostgreSQL does not doom the transaction it is asked in: the work itself will tell.
 */
final class Aside {
  private Aside() {}

  /** Asks something, on the connection. */
  interface Question {
    boolean ask() throws SQLException;
  }

  /**
   * @return false also where it went wrong
   */
  static boolean ask(Connection connection, Question question) throws SQLException {
    Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
    boolean answer = false;
    try {
      answer = question.ask();
    } catch (SQLException e) {
      if (before != null) {
        connection.rollback(before);
      }
    }
    if (before != null) {
      connection.releaseSavepoint(before);
    }
    return answer;
  }
}
