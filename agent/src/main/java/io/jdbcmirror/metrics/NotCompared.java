package io.jdbcmirror.metrics;

/** Why a request has no comparison; {@code reason} of {@code mirror_not_compared_total}. */
public enum NotCompared {
  /** Another request of its transaction failed on the target, and all of it was rolled back. */
  TRANSACTION_FAILED("transaction_failed"),
  /** The target refused, or lost, the commit of its transaction. */
  COMMIT_FAILED("commit_failed"),
  /** The target could not be reached, or the connection broke. */
  TARGET_UNAVAILABLE("target_unavailable"),
  /** The application was still reading its result as the target's was done. */
  STILL_READING("still_reading"),
  /** The application left its result half read, at a place the target's has no equal of. */
  PARTLY_READ("partly_read"),
  /** The application read its result in a way that is not followed. */
  READ_OTHERWISE("read_otherwise"),
  /** More rows or bytes than are compared. */
  TOO_LARGE("too_large"),
  /** A kind of request or of value that cannot be compared. */
  UNSUPPORTED("unsupported"),
  /** The settings say so. */
  OFF("off"),
  /** The JVM ended before. */
  SHUTDOWN("shutdown");

  private final String label;

  NotCompared(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
