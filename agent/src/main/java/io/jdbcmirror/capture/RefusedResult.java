package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.Request.Call;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Drivers that find out only afterwards that a statement has brought another kind of result than
 * the call wants: {@code executeQuery} of an {@code INSERT} throws, and the row is there. H2,
 * Derby, HSQLDB and Connector/J look first.
 */
final class RefusedResult {
  /** pgjdbc's {@code PSQLState.NO_DATA} and {@code TOO_MANY_RESULTS}. */
  private static final String POSTGRES_NO_RESULT = "02000";

  private static final String POSTGRES_RESULT = "0100E";
  private static final String SQLITE_NO_RESULT = "SQLITE_DONE";

  private RefusedResult() {}

  /** Whether a call that has thrown has executed its statement nevertheless. */
  static boolean isExecuted(SourceVendor vendor, Call call, Throwable thrown) {
    if (!(thrown instanceof SQLException) || call == Call.EXECUTE || call.isBatch()) {
      return false;
    }
    SQLException error = (SQLException) thrown;
    boolean query = call == Call.EXECUTE_QUERY;
    @Nullable String state = error.getSQLState();
    switch (vendor) {
      case POSTGRESQL:
        return (query ? POSTGRES_NO_RESULT : POSTGRES_RESULT).equals(state)
            && !PostgresError.isFromServer(thrown);
      case MARIADB:
        return query
            ? state == null && error.getErrorCode() == 0
            : "HY000".equals(state) && error.getErrorCode() == -1;
      case SQLITE:
        return query && SQLITE_NO_RESULT.equals(state);
      default:
        return false;
    }
  }
}
