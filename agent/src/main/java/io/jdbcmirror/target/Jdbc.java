package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Small steps on connections of the agent's own. */
final class Jdbc {
  private Jdbc() {}

  /** First column of the first row, null if it is null or there is no row. */
  static @Nullable String single(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  /**
   * As {@link #single}, but null also where the server does not know the question or does not
   * answer this user.
   */
  static @Nullable String singleIfAnswered(Connection connection, String sql) throws SQLException {
    try {
      return single(connection, sql);
    } catch (SQLException e) {
      String state = e.getSQLState();
      if (state != null && (state.startsWith("42") || state.startsWith("0A"))) {
        return null;
      }
      throw e;
    }
  }

  /** Closing is the last that is done with it: what the driver says to that changes nothing. */
  static boolean closeQuietly(@Nullable AutoCloseable resource) {
    if (resource == null) {
      return true;
    }
    try {
      resource.close();
      return true;
    } catch (Exception | LinkageError e) {
      return false;
    }
  }
}
