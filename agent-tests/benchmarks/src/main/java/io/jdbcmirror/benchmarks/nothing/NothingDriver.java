package io.jdbcmirror.benchmarks.nothing;

import io.jdbcmirror.tests.app8.PlainDriver;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Connects to {@code jdbc:nothing:source} and {@code jdbc:nothing:target}. */
public final class NothingDriver extends PlainDriver {
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

  public NothingDriver() {
    super(PREFIX);
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
}
