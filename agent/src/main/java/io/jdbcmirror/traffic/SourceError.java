package io.jdbcmirror.traffic;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How a request has failed on the source, without a word that may hold a value. Immutable. */
public final class SourceError {
  private final @Nullable String sqlState;
  private final int vendorCode;

  private SourceError(@Nullable String sqlState, int vendorCode) {
    this.sqlState = sqlState;
    this.vendorCode = vendorCode;
  }

  /** Null for what is no error of a database. */
  public static @Nullable SourceError of(Throwable thrown) {
    if (!(thrown instanceof SQLException)) {
      return null;
    }
    SQLException error = (SQLException) thrown;
    return new SourceError(error.getSQLState(), error.getErrorCode());
  }

  public @Nullable String sqlState() {
    return sqlState;
  }

  /** The same error without its message, to be classified. */
  public SQLException withoutMessage() {
    return new SQLException(null, sqlState, vendorCode);
  }
}
