package io.jdbcmirror.mirror;

import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.target.ErrorClassifier;
import io.jdbcmirror.target.TargetOpener;

/** Words for an error, without its message: that may quote the row that failed. */
final class Failures {
  private Failures() {}

  static String describe(ErrorType type, Throwable error) {
    String state = ErrorClassifier.sqlState(error);
    return type.label()
        + " error"
        + (state == null ? "" : ", SQLState " + state)
        + " ("
        + TargetOpener.describe(error)
        + ")";
  }
}
