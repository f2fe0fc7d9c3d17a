package io.jdbcmirror.demo.shop;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** The errors of a database that the service expects and lives with. */
final class SqlErrors {
  private static final String UNIQUE_VIOLATION = "23505";

  private SqlErrors() {}

  static boolean isDuplicate(SQLException error) {
    return UNIQUE_VIOLATION.equals(error.getSQLState());
  }

  /** Deadlocks, lock time-outs, serialization failures: another try may succeed. */
  static boolean isConflict(SQLException error) {
    String state = error.getSQLState();
    return error instanceof SQLTransientException
        || (state != null && (state.startsWith("40") || state.equals("55P03")));
  }
}
