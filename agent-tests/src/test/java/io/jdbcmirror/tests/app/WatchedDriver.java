package io.jdbcmirror.tests.app;

import io.jdbcmirror.tests.app8.PlainDriver;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Connections of the recording driver as the application has them: watched. */
public final class WatchedDriver extends PlainDriver {
  private static final String PREFIX = "jdbc:watched:";

  private final Driver recorded = (Driver) Answers.recorded(Driver.class, null).watched();

  WatchedDriver() {
    super(PREFIX);
  }

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
}
