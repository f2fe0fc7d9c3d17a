package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Source;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Opens a connection of the agent's own to the source, with the URL and properties the application
 * gave its driver, but so that it never creates a database and never runs what the application has
 * run at connecting. To be called on agent threads only; to be closed at once.
 */
final class SourceProbe {
  private static final List<String> H2_SETTINGS =
      Arrays.asList("INIT", "IFEXISTS", "FORBID_CREATION");

  private final TargetDriver drivers;
  private final DriverProperties timeouts;

  SourceProbe(TargetSettings settings, TargetDriver drivers) {
    this.drivers = drivers;
    this.timeouts = new DriverProperties(settings);
  }

  Connection open(Source source) throws SQLException {
    Vendor vendor = Vendor.of(source.url());
    String url = harmless(vendor, source.url());
    Properties properties = source.properties();
    properties.keySet().removeIf(key -> isInit(vendor, key));
    Properties limits = new Properties();
    timeouts.addTimeouts(limits, url);
    for (String key : limits.stringPropertyNames()) {
      properties.putIfAbsent(key, limits.getProperty(key));
    }
    if (vendor == Vendor.HSQLDB) {
      properties.setProperty("ifexists", "true");
    } else if (vendor == Vendor.SQLITE) {
      properties.setProperty("open_mode", "1"); // read only
    }
    Driver driver = drivers.forQuestions(source);
    Connection connection =
        driver.connect(DriverProperties.stayOnThread(properties, url), properties);
    if (connection == null) {
      throw new SQLNonTransientConnectionException("the driver does not take its URL", "08001");
    }
    return readOnly(connection);
  }

  private static String harmless(Vendor vendor, String url) {
    switch (vendor) {
      case H2:
        return JdbcUrl.withoutSettings(url, H2_SETTINGS) + ";IFEXISTS=TRUE";
      case DERBY:
        return JdbcUrl.withoutSettings(url, Arrays.asList("CREATE"));
      default:
        return url;
    }
  }

  private static boolean isInit(Vendor vendor, Object key) {
    String name = key.toString().toUpperCase(Locale.ROOT);
    return (vendor == Vendor.H2 && H2_SETTINGS.contains(name))
        || (vendor == Vendor.DERBY && name.equals("CREATE"));
  }

  private static Connection readOnly(Connection connection) {
    try {
      connection.setReadOnly(true);
    } catch (SQLException e) {
      // A driver without it: the guard's questions only read anyway.
      return connection;
    }
    return connection;
  }
}
