package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** Connections of the recording driver as the application has them: watched. */
public final class WatchedDriver implements Driver {
  private static final String PREFIX = "jdbc:watched:";

  private final Driver recorded = (Driver) Answers.recorded(Driver.class, null).watched();

  /** The application's connections go through it from now on. */
  static void register() throws SQLException {
    DriverManager.registerDriver(new WatchedDriver());
  }

  /**
   * @param url of the recording driver
   */
  static String url(String url) {
    return PREFIX + url;
  }

  /** The recording driver itself, watched. */
  Driver recorded() {
    return recorded;
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    return acceptsURL(url) ? recorded.connect(url.substring(PREFIX.length()), info) : null;
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return null;
  }
}
