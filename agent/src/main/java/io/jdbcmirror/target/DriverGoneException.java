package io.jdbcmirror.target;

/** The driver came with an application that has ended, and there is no other. Holds no secret. */
public final class DriverGoneException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final String REASON =
      "its class loader is closed, and no other application has the driver;"
          + " target.driver-jar would be the agent's own";

  DriverGoneException() {
    super(REASON);
  }

  /** For the operator. */
  public String reason() {
    return REASON;
  }
}
