package io.jdbcmirror.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a call brings, so that late errors show; within bounds. Only of the first result
 * something is kept.
 */
final class Results {
  private static final int MAX_RESULTS = 1_000;

  private Results() {}

  /**
   * @param first null if the call brought an update count
   * @param answer takes down what it holds
   */
  static void drain(Statement statement, @Nullable ResultSet first, TargetAnswer answer)
      throws SQLException {
    boolean complete = first == null || readFirst(first, answer);
    for (int i = 0; complete && i < MAX_RESULTS; i++) {
      if (statement.getMoreResults()) {
        complete = drain(statement.getResultSet());
      } else if (statement.getUpdateCount() == -1) {
        return;
      }
    }
  }

  private static boolean readFirst(ResultSet rows, TargetAnswer answer) throws SQLException {
    try (ResultSet open = rows) {
      return answer.read(open);
    }
  }

  /**
   * @return false if rows are left
   */
  private static boolean drain(ResultSet rows) throws SQLException {
    try (ResultSet open = rows) {
      for (int i = 0; i < StatementLimits.MAX_ROWS; i++) {
        if (!open.next()) {
          return true;
        }
      }
      return false;
    }
  }
}
