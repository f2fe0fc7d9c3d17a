package io.jdbcmirror.capture;

import io.jdbcmirror.support.AgentLog;
import java.sql.Driver;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The driver of a connection whose data source has passed it by. */
final class SourceDrivers {
  private static final Map<String, String> BY_CONNECTION = byConnection();

  private SourceDrivers() {}

  private static Map<String, String> byConnection() {
    Map<String, String> drivers = new HashMap<>();
    drivers.put("org.h2.jdbc.JdbcConnection", "org.h2.Driver");
    drivers.put("org.mariadb.jdbc.Connection", "org.mariadb.jdbc.Driver");
    drivers.put("org.sqlite.jdbc4.JDBC4Connection", "org.sqlite.JDBC");
    drivers.put("org.hsqldb.jdbc.JDBCConnection", "org.hsqldb.jdbc.JDBCDriver");
    drivers.put(
        "org.apache.derby.impl.jdbc.EmbedConnection",
        "org.apache.derby.iapi.jdbc.AutoloadedDriver");
    return Collections.unmodifiableMap(drivers);
  }

  /**
   * @return null if it is not known
   */
  static @Nullable Driver of(Object connection) {
    String name = BY_CONNECTION.get(connection.getClass().getName());
    if (name == null) {
      return null;
    }
    try {
      Class<?> driver = Class.forName(name, true, connection.getClass().getClassLoader());
      return (Driver) driver.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      AgentLog.warnOnce(name, "no driver " + name + " beside its connection: not mirrored");
      return null;
    }
  }
}
