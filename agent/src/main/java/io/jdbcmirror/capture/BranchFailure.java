package io.jdbcmirror.capture;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import org.jspecify.annotations.Nullable;

/** What the failure of a two-phase step tells of its branch. */
final class BranchFailure {
  private static final String H2_NO_SUCH_TRANSACTION = "90129";

  private BranchFailure() {}

  /** The server has no branch of that name: it was ended before, nobody knows how. */
  static boolean isUnknownBranch(Throwable thrown) {
    String state = state(thrown);
    return "42704".equals(state) || "XAE04".equals(state) || H2_NO_SUCH_TRANSACTION.equals(state);
  }

  /** The server has refused the step; otherwise it may have done it, and the answer was lost. */
  static boolean isRefusal(Throwable thrown) {
    String state = state(thrown);
    boolean broken =
        thrown instanceof SQLNonTransientConnectionException
            || thrown instanceof SQLRecoverableException;
    return state != null && !broken && !state.startsWith("08") && !state.startsWith("57P");
  }

  /** The text was not understood, nothing was tried. */
  static boolean isSyntaxError(Throwable thrown) {
    return "42601".equals(state(thrown));
  }

  private static @Nullable String state(Throwable thrown) {
    return thrown instanceof SQLException ? ((SQLException) thrown).getSQLState() : null;
  }
}
