package io.jdbcmirror.target;

import io.jdbcmirror.bootstrap.LimitedSockets;
import java.sql.Driver;
import java.util.Properties;

/**
 * Tells a driver its limits of time and size, under the names each vendor has for it. A server that
 * hangs in a socket read would otherwise hold a mirror thread for ever (pgjdbc/pgjdbc#1508).
 */
final class DriverProperties {
  private static final String LOGIN_TIMEOUT = "loginTimeout";

  private final long connectMillis;
  private final long socketMillis;
  private final long maxResultBytes;

  DriverProperties(TargetSettings settings) {
    this.connectMillis = settings.connectTimeoutMillis();
    this.socketMillis = settings.socketTimeoutMillis();
    this.maxResultBytes = settings.maxResultBytes();
  }

  /** Adds time-outs to the properties; what the URL itself says stays. */
  void addTimeouts(Properties properties, String url) {
    switch (Vendor.of(url)) {
      case POSTGRESQL:
        set(properties, url, "connectTimeout", seconds(connectMillis));
        set(properties, url, "socketTimeout", seconds(socketMillis));
        set(properties, url, "ApplicationName", "jdbc-mirror");
        break;
      case MARIADB:
      case MYSQL:
        set(properties, url, "connectTimeout", Long.toString(connectMillis));
        set(properties, url, "socketTimeout", Long.toString(socketMillis));
        break;
      case ORACLE:
        set(properties, url, "oracle.net.CONNECT_TIMEOUT", Long.toString(connectMillis));
        set(properties, url, "oracle.jdbc.ReadTimeout", Long.toString(socketMillis));
        break;
      case SQL_SERVER:
        set(properties, url, "loginTimeout", seconds(connectMillis));
        set(properties, url, "socketTimeout", Long.toString(socketMillis));
        break;
      default:
        break; // H2 and the rest: Connection.setNetworkTimeout, once there is one
    }
  }

  /** H2's way to bound the reads of a login; unknown to its versions before 2. */
  void limitLogin(Properties properties, String url, Driver driver) {
    boolean known = Vendor.of(url) == Vendor.H2 && driver.getMajorVersion() >= 2;
    if (known && !Vendor.isEmbedded(url)) {
      set(properties, url, "NETWORK_TIMEOUT", Long.toString(socketMillis));
    }
  }

  /**
   * Keeps the making of a connection on the calling thread, by which capture knows it as the
   * agent's own: with a login time-out pgjdbc makes it on a thread of its own. The time-outs of
   * connecting and reading bound the login as well.
   *
   * @return the URL to be used
   */
  static String stayOnThread(Properties properties, String url) {
    if (Vendor.of(url) != Vendor.POSTGRESQL) {
      return url;
    }
    properties.setProperty(LOGIN_TIMEOUT, "0");
    return JdbcUrl.replace(url, LOGIN_TIMEOUT, "0");
  }

  /**
   * Bounds what is read of an answer, where the driver takes a socket factory. A row that is
   * announced as a giant pgjdbc refuses by a property; it would make room for it first.
   */
  void limitAnswers(Properties properties, String url) {
    Vendor vendor = Vendor.of(url);
    if (vendor == Vendor.POSTGRESQL) {
      set(properties, url, "maxResultBuffer", Long.toString(2 * maxResultBytes));
    }
    if (vendor == Vendor.POSTGRESQL || vendor == Vendor.MARIADB) {
      set(properties, url, "socketFactory", LimitedSockets.class.getName());
      LimitedSockets.limit(maxResultBytes);
    }
  }

  private static void set(Properties properties, String url, String key, String value) {
    JdbcUrl.setUnlessInUrl(properties, url, key, value);
  }

  private static String seconds(long millis) {
    return Long.toString(Math.max(1, (millis + 999) / 1000));
  }
}
