package io.jdbcmirror.target;

import java.sql.SQLException;

/** No driver takes the target's URL. The message is the agent's own and free of secrets. */
final class DriverNotFoundException extends SQLException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  DriverNotFoundException(String reason) {
    super(reason, "08001");
    this.reason = reason;
  }

  /** For the operator. */
  String reason() {
    return reason;
  }
}
