package io.jdbcmirror.target;

/** The target is the source, or may be. The message says which, and is free of secrets. */
public final class TargetRefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String reason;

  TargetRefusedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** For the operator: the fact and the setting. */
  public String reason() {
    return reason;
  }
}
