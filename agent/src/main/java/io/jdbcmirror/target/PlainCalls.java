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
  static @Nullable ResultSet execute(Statement statement, Request request, TargetAnswer answer)
      throws SQLException {
    String sql = request.statement().sql();
    Object keys = request.statement().generatedKeys();
    switch (request.call()) {
      case EXECUTE_QUERY:
        return statement.executeQuery(sql);
      case EXECUTE_UPDATE:
        answer.count(update(statement, sql, keys));
        return null;
      case EXECUTE_LARGE_UPDATE:
        answer.count(largeUpdate(statement, sql, keys));
        return null;
      default:
        return firstResult(statement, any(statement, sql, keys), answer);
    }
  }

  /**
   * @param rows what {@code execute} has returned
   * @return null if it brought an update count, which is then in the answer
   */
  static @Nullable ResultSet firstResult(Statement statement, boolean rows, TargetAnswer answer)
      throws SQLException {
    if (rows) {
      return statement.getResultSet();
    }
    if (answer.isWanted()) {
      answer.count(statement.getUpdateCount());
    }
    return null;
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

  private static int update(Statement statement, @Nullable String sql, @Nullable Object keys)
      throws SQLException {
    if (keys instanceof Integer) {
      return statement.executeUpdate(sql, (int) keys);
    } else if (keys instanceof int[]) {
      return statement.executeUpdate(sql, (int[]) keys);
    } else if (keys instanceof String[]) {
      return statement.executeUpdate(sql, (String[]) keys);
    } else {
      return statement.executeUpdate(sql);
    }
  }

  private static long largeUpdate(Statement statement, @Nullable String sql, @Nullable Object keys)
      throws SQLException {
    try {
      if (keys instanceof Integer) {
        return statement.executeLargeUpdate(sql, (int) keys);
      } else if (keys instanceof int[]) {
        return statement.executeLargeUpdate(sql, (int[]) keys);
      } else if (keys instanceof String[]) {
        return statement.executeLargeUpdate(sql, (String[]) keys);
      } else {
        return statement.executeLargeUpdate(sql);
      }
    } catch (AbstractMethodError
        | UnsupportedOperationException
        | SQLFeatureNotSupportedException e) {
      return update(statement, sql, keys); // a driver from before JDBC 4.2
    }
  }
}
