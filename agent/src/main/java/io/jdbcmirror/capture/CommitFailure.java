package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import org.jspecify.annotations.Nullable;

/** What a COMMIT that has thrown means for its transaction. */
final class CommitFailure {
  private static final int MAX_CAUSES = 10;

  private CommitFailure() {}

  /**
   * Whether the server has done nothing, since a branch of a distributed transaction is open, and
   * still is.
   */
  static boolean isRefused(Throwable thrown) {
    String state = thrown instanceof SQLException ? ((SQLException) thrown).getSQLState() : null;
    return state != null && state.startsWith("XAE");
  }

  /**
   * Whether it was the end of the stack or of the heap, which a driver may have met after the
   * server had done its work.
   */
  static boolean isOfTheJvm(Throwable thrown) {
    Throwable link = thrown;
    for (int i = 0; link != null && i < MAX_CAUSES; i++) {
      if (link instanceof VirtualMachineError) {
        return true;
      }
      link = link.getCause();
    }
    return false;
  }

  /**
   * Rolled back where the SQLState says that the server did it: class 40 (transaction rollback), 23
   * (a deferred constraint), 25 and 2D (no valid transaction state), P0 and 09 (raised by a
   * trigger), XA1 (a branch that the server has rolled back). Otherwise nobody knows.
   */
  static Outcome outcome(Throwable thrown) {
    if (!(thrown instanceof SQLException)) {
      return Outcome.COMMIT_UNKNOWN;
    }
    boolean rolledBack =
        thrown instanceof SQLTransactionRollbackException
            || thrown instanceof SQLIntegrityConstraintViolationException
            || isRollbackState(((SQLException) thrown).getSQLState());
    return rolledBack ? Outcome.ROLLED_BACK : Outcome.COMMIT_UNKNOWN;
  }

  private static boolean isRollbackState(@Nullable String state) {
    if (state == null || state.length() < 2) {
      return false;
    }
    if (state.startsWith("XA1")) {
      return true;
    }
    switch (state.substring(0, 2)) {
      case "40":
        return !state.equals("40003"); // statement completion unknown
      case "23":
      case "25":
      case "2D":
      case "P0":
      case "09":
        return true;
      default:
        return false;
    }
  }
}
