package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The execute calls of a plain statement, with their overloads for generated keys. */
final class PlainCalls {
  private PlainCalls() {}

  /**
   * @return the call's first result set, null if it brought an update count
   */
  static @Nullable ResultSet execute(Statement statement, Request request) throws SQLException {
    String sql = request.statement().sql();
    Object keys = request.statement().generatedKeys();
    switch (request.call()) {
      case EXECUTE_QUERY:
        return statement.executeQuery(sql);
      case EXECUTE_UPDATE:
        update(statement, sql, keys);
        return null;
      case EXECUTE_LARGE_UPDATE:
        largeUpdate(statement, sql, keys);
        return null;
      default:
        return any(statement, sql, keys) ? statement.getResultSet() : null;
    }
  }

  private static boolean any(Statement statement, @Nullable String sql, @Nullable Object keys)
      throws SQLException {
    if (keys instanceof Integer) {
      return statement.execute(sql, (int) keys);
    }
    if (keys instanceof int[]) {
      return statement.execute(sql, (int[]) keys);
    }
    if (keys instanceof String[]) {
      return statement.execute(sql, (String[]) keys);
    }
    return statement.execute(sql);
  }

  private static void update(Statement statement, @Nullable String sql, @Nullable Object keys)
      throws SQLException {
    if (keys instanceof Integer) {
      statement.executeUpdate(sql, (int) keys);
    } else if (keys instanceof int[]) {
      statement.executeUpdate(sql, (int[]) keys);
    } else if (keys instanceof String[]) {
      statement.executeUpdate(sql, (String[]) keys);
    } else {
      statement.executeUpdate(sql);
    }
  }

  private static void largeUpdate(Statement statement, @Nullable String sql, @Nullable Object keys)
      throws SQLException {
    try {
      if (keys instanceof Integer) {
        statement.executeLargeUpdate(sql, (int) keys);
      } else if (keys instanceof int[]) {
        statement.executeLargeUpdate(sql, (int[]) keys);
      } else if (keys instanceof String[]) {
        statement.executeLargeUpdate(sql, (String[]) keys);
      } else {
        statement.executeLargeUpdate(sql);
      }
    } catch (AbstractMethodError
        | UnsupportedOperationException
        | SQLFeatureNotSupportedException e) {
      update(statement, sql, keys); // a driver from before JDBC 4.2
    }
  }
}
