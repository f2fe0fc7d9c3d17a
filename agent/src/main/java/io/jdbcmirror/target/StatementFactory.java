package io.jdbcmirror.target;

import io.jdbcmirror.traffic.StatementText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes statements on the target as the application made its own, with a time-out and a bound on
 * what a result may bring. One for each target session; not thread-safe.
 */
final class StatementFactory {
  /** Rows of one result that are read; enough for whatever an execute call itself brings. */
  static final int MAX_ROWS = 10_000;

  private static final int FETCH_ROWS = 1_000;

  private final Connection connection;
  private final Vendor vendor;
  private final int timeoutSeconds;

  /**
   * @param timeoutMillis for a statement; 0 for none
   */
  StatementFactory(Connection connection, Vendor vendor, long timeoutMillis) {
    this.connection = connection;
    this.vendor = vendor;
    this.timeoutSeconds = (int) Math.min(Integer.MAX_VALUE, (timeoutMillis + 999) / 1000);
  }

  Statement plain() throws SQLException {
    return limited(connection.createStatement());
  }

  PreparedStatement prepared(StatementText text) throws SQLException {
    return limited(
        text.form() == StatementText.Form.CALLABLE
            ? connection.prepareCall(text.sql())
            : prepare(text));
  }

  private PreparedStatement prepare(StatementText text) throws SQLException {
    Object keys = text.generatedKeys();
    if (keys instanceof Integer) {
      return connection.prepareStatement(text.sql(), (int) keys);
    }
    if (keys instanceof int[]) {
      return connection.prepareStatement(text.sql(), (int[]) keys);
    }
    if (keys instanceof String[]) {
      return connection.prepareStatement(text.sql(), (String[]) keys);
    }
    return connection.prepareStatement(text.sql());
  }

  private <S extends Statement> S limited(S statement) throws SQLException {
    try {
      statement.setQueryTimeout(timeoutSeconds);
      limitRows(statement);
      return statement;
    } catch (SQLException | RuntimeException | AbstractMethodError e) {
      if (connection.isClosed()) {
        throw e;
      }
      return statement; // a driver without it: the socket's time-out and the watchdog remain
    }
  }

  /**
   * To be run once on a new connection: keeps large results out of memory where neither a
   * statement's row limit (a round trip each time) nor its fetch size (streams, and then takes no
   * second result of a CALL) will do: Connector/J. Only a query's own result is cut, never what an
   * INSERT selects.
   */
  static void limitSession(Connection connection, Vendor vendor) throws SQLException {
    if (vendor.isMySqlFamily()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET SQL_SELECT_LIMIT=" + MAX_ROWS);
      }
    }
  }

  /**
   * Keeps a large result out of memory. Not setMaxRows for all: on SQL Server it becomes SET
   * ROWCOUNT and cuts updates short.
   */
  private void limitRows(Statement statement) throws SQLException {
    switch (vendor) {
      case POSTGRESQL:
      case H2:
        statement.setMaxRows(MAX_ROWS);
        break;
      case MYSQL:
        break; // limitSession
      default:
        statement.setFetchSize(FETCH_ROWS);
        break;
    }
  }
}
