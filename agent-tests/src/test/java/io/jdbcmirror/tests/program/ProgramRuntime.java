package io.jdbcmirror.tests.program;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/**
 * What programs call besides JDBC. A printed program brings its own copy: {@link Program#toString}.
 */
public final class ProgramRuntime {
  private static String url = "";
  private static String user = "";
  private static String password = "";

  private ProgramRuntime() {}

  static void useDatabase(String itsUrl, String itsUser, String itsPassword) {
    url = itsUrl;
    user = itsUser;
    password = itsPassword;
  }

  static Method method(String name, Class<?>... parameters) {
    return method(ProgramRuntime.class, name, parameters);
  }

  static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static Connection connect(String parameters) throws SQLException {
    return DriverManager.getConnection(url + parameters, user, password);
  }

  /** Reads all rows and columns. */
  public static void readAll(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (int i = 1; i <= columns; i++) {
        rows.getObject(i);
      }
    }
  }

  /** Reads all results of an execution. */
  public static void readResults(Statement statement) throws SQLException {
    do {
      ResultSet rows = statement.getResultSet();
      if (rows != null) {
        readAll(rows);
      }
    } while (statement.getMoreResults() || statement.getUpdateCount() != -1);
  }

  static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 256);
    }
    return bytes;
  }

  static Timestamp timestamp(long millis, int nanos) {
    Timestamp timestamp = new Timestamp(millis);
    timestamp.setNanos(nanos);
    return timestamp;
  }

  static Calendar calendar(String zone) {
    return new GregorianCalendar(TimeZone.getTimeZone(zone));
  }
}
