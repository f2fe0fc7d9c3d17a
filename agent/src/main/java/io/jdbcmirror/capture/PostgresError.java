package io.jdbcmirror.capture;

import java.sql.BatchUpdateException;
import org.jspecify.annotations.Nullable;

/** What an exception of PostgreSQL's driver tells of the server's transaction. */
final class PostgresError {
  private PostgresError() {}

  /**
   * Whether the server has reported it, and so has aborted the transaction. What the driver refuses
   * by itself, such as a missing parameter, never reaches the server. If it cannot be told: true.
   */
  static boolean isFromServer(Throwable thrown) {
    Throwable error = thrown instanceof BatchUpdateException ? cause(thrown) : thrown;
    try {
      // Public, without effects, and in every version of the driver.
      return error.getClass().getMethod("getServerErrorMessage").invoke(error) != null;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return true;
    }
  }

  private static Throwable cause(Throwable thrown) {
    @Nullable Throwable cause = thrown.getCause();
    return cause == null ? thrown : cause;
  }
}
