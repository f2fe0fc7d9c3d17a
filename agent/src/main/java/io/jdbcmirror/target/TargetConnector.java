package io.jdbcmirror.target;

import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.traffic.Source;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Properties;

/**
 * Opens connections to the target, with every limit the driver knows. Thread-safe; to be called on
 * agent threads only, or the connection would be captured.
 */
final class TargetConnector {
  private final TargetSettings settings;
  private final TargetDriver drivers;
  private final DriverProperties limits;
  private final LoginLimit login = new LoginLimit();

  TargetConnector(TargetSettings settings, TargetDriver drivers) {
    this.settings = settings;
    this.drivers = drivers;
    this.limits = new DriverProperties(settings);
  }

  /**
   * @param source whose driver may serve the target too
   */
  Connection connect(Source source) throws SQLException {
    Driver driver = drivers.find(source);
    String allowed = SwitchedOff.in(settings.url());
    Properties properties = properties(allowed);
    String url = DriverProperties.stayOnThread(properties, allowed);
    limits.limitLogin(properties, url, driver);
    return Vendor.isEmbedded(url)
        ? connect(driver, url, properties)
        : login.connect(() -> connect(driver, url, properties), loginMillis(url));
  }

  /** One that the driver tries one after the other gets its time each. */
  private long loginMillis(String url) {
    return JdbcUrl.hosts(url) * settings.connectTimeoutMillis();
  }

  private Connection connect(Driver driver, String url, Properties properties) throws SQLException {
    Connection connection = driver.connect(url, properties);
    if (connection == null) {
      throw new SQLNonTransientConnectionException("the driver does not take target.url", "08001");
    }
    limitReads(connection, url);
    return connection;
  }

  private Properties properties(String url) {
    Properties properties = new Properties();
    if (settings.user() != null) {
      JdbcUrl.setUnlessInUrl(properties, url, "user", settings.user());
    }
    if (settings.password() != null) {
      JdbcUrl.setUnlessInUrl(properties, url, "password", settings.password());
    }
    limits.addTimeouts(properties, url);
    limits.limitAnswers(properties, url);
    SwitchedOff.addTo(properties, url);
    return properties;
  }

  /** For drivers that have no property for it; an embedded database has nothing to limit. */
  private void limitReads(Connection connection, String url) {
    Vendor vendor = Vendor.of(url);
    if (vendor == Vendor.POSTGRESQL || vendor.isMySqlFamily()) {
      return; // a property says it, and the URL may say otherwise
    }
    try {
      connection.setNetworkTimeout(Runnable::run, (int) settings.socketTimeoutMillis());
    } catch (SQLException | RuntimeException | AbstractMethodError e) {
      AgentLog.warnOnce(
          "network-timeout",
          "the target's driver takes no limit on reads; hanging calls are ended by the watchdog");
    }
  }
}
