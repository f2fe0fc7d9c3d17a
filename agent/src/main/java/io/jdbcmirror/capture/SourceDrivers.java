package io.jdbcmirror.capture;

import io.jdbcmirror.support.AgentLog;
import java.sql.Driver;
import org.jspecify.annotations.Nullable;

/** The driver of a connection whose data source has passed it by. */
final class SourceDrivers {
  private static final String H2_CONNECTION = "org.h2.jdbc.JdbcConnection";
  private static final String H2_DRIVER = "org.h2.Driver";

  private SourceDrivers() {}

  /**
   * @return null if it is not known
   */
  static @Nullable Driver of(Object connection) {
    if (!connection.getClass().getName().equals(H2_CONNECTION)) {
      return null;
    }
    try {
      Class<?> driver = Class.forName(H2_DRIVER, true, connection.getClass().getClassLoader());
      return (Driver) driver.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      AgentLog.warnOnce(H2_DRIVER, "no driver beside " + H2_CONNECTION + ": not mirrored");
      return null;
    }
  }
}
