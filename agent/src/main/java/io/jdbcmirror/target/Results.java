package io.jdbcmirror.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Reads what a call brings and throws it away, so that late errors show; within bounds. */
final class Results {
  private static final int MAX_RESULTS = 1_000;

  private Results() {}

  /**
   * @param first null if the call brought an update count
   */
  static void drain(Statement statement, @Nullable ResultSet first) throws SQLException {
    boolean complete = first == null || drain(first);
    for (int i = 0; complete && i < MAX_RESULTS; i++) {
      if (statement.getMoreResults()) {
        complete = drain(statement.getResultSet());
      } else if (statement.getUpdateCount() == -1) {
        return;
      }
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
