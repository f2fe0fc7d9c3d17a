package io.jdbcmirror.benchmarks.nothing;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Connects to {@code jdbc:nothing:source} and {@code jdbc:nothing:target}. */
public final class NothingDriver implements Driver {
  public static final String SOURCE = "jdbc:nothing:source";
  public static final String TARGET = "jdbc:nothing:target";

  private static final String PREFIX = "jdbc:nothing:";
  private static final AtomicLong APPLIED = new AtomicLong();

  static {
    try {
      DriverManager.registerDriver(new NothingDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Executions on the target. */
  public static long applied() {
    return APPLIED.get();
  }

  @Override
  public @Nullable Connection connect(String url, Properties info) {
    return acceptsURL(url)
        ? NothingConnection.of(url, url.startsWith(TARGET) ? APPLIED : null)
        : null;
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
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("there is no logger");
  }
}
