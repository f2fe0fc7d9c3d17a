package io.jdbcmirror.target;

import io.jdbcmirror.traffic.StatementOption;
import io.jdbcmirror.traffic.StatementOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * Puts on a statement of the target what the application had put on its own, within bounds of the
 * agent's: a time-out, and what a result may bring. Nothing is set that neither of them wants: with
 * some drivers each setter is a round trip. One for each target session; not thread-safe.
 */
final class StatementLimits {
  /** Rows of one result that are read; enough for whatever an execute call itself brings. */
  static final int MAX_ROWS = 10_000;

  private static final int FETCH_ROWS = 1_000;

  private final Connection connection;
  private final Vendor vendor;
  private final CallWatch watch;
  private final int timeoutSeconds;
  private int lastTimeout;
  private boolean sessionLimitLost;

  /**
   * @param watch of the thread that executes the statements
   * @param timeoutMillis for a statement; 0 for none
   */
  StatementLimits(Connection connection, Vendor vendor, CallWatch watch, long timeoutMillis) {
    this.connection = connection;
    this.vendor = vendor;
    this.watch = watch;
    this.timeoutSeconds = (int) Math.min(Integer.MAX_VALUE, (timeoutMillis + 999) / 1000);
  }

  /**
   * Before a statement is made or used again: a statement's row limit takes the session's away with
   * itself on Connector/J.
   */
  void prepareSession(StatementOptions options) throws SQLException {
    if (vendor != Vendor.MYSQL) {
      return;
    }
    if (options.get(StatementOption.MAX_ROWS) != null) {
      sessionLimitLost = true;
    } else if (sessionLimitLost) {
      limitSession(connection, vendor);
      sessionLimitLost = false;
    }
  }

  /** What the driver does not know is left out; but not what changes the statement's meaning. */
  <S extends Statement> S apply(S statement, StatementOptions options) throws SQLException {
    if (Boolean.FALSE.equals(options.get(StatementOption.ESCAPE_PROCESSING))) {
      statement.setEscapeProcessing(false);
    }
    int maxRows = maxRows(options);
    int fetchRows = fetchRows(options);
    setTimeout(statement, options);
    ifKnown(maxRows > 0, () -> statement.setMaxRows(maxRows));
    ifKnown(fetchRows > 0, () -> statement.setFetchSize(fetchRows));
    if (!options.isEmpty()) {
      hints(statement, options);
    }
    return statement;
  }

  /** On H2 a statement's time-out is its session's, and the watch is of one execution. */
  void applyAgain(Statement statement, StatementOptions options) throws SQLException {
    if (isWatched(options) || (vendor == Vendor.H2 && timeout(options) != lastTimeout)) {
      setTimeout(statement, options);
    }
  }

  private void setTimeout(Statement statement, StatementOptions options) throws SQLException {
    int timeout = timeout(options);
    lastTimeout = timeout;
    if (isWatched(options)) {
      watch.limit(statement, TimeUnit.SECONDS.toNanos(timeout));
    } else {
      ifKnown(timeout > 0, () -> statement.setQueryTimeout(timeout));
    }
  }

  /**
   * Whether it is the agent that keeps the limit: pgjdbc starts a timer for each execution, which
   * costs about as much as a statement by primary key, and then calls cancel, as the watchdog does.
   * Only with pgjdbc is it known that a cancel for one execution never meets the next.
   */
  private boolean isWatched(StatementOptions options) {
    int timeout = timeout(options);
    return vendor == Vendor.POSTGRESQL && timeout > 0 && timeout == timeoutSeconds;
  }

  private int timeout(StatementOptions options) {
    return smaller(timeoutSeconds, options.get(StatementOption.QUERY_TIMEOUT, 0));
  }

  private void hints(Statement to, StatementOptions options) throws SQLException {
    int direction = options.get(StatementOption.FETCH_DIRECTION, 0);
    int fieldSize = options.get(StatementOption.MAX_FIELD_SIZE, 0);
    Object cursor = options.get(StatementOption.CURSOR_NAME);
    Object poolable = options.get(StatementOption.POOLABLE);
    ifKnown(direction != 0, () -> to.setFetchDirection(direction));
    ifKnown(fieldSize > 0, () -> to.setMaxFieldSize(fieldSize));
    ifKnown(cursor != null, () -> to.setCursorName((String) cursor));
    ifKnown(poolable != null, () -> to.setPoolable(Boolean.TRUE.equals(poolable)));
  }

  /**
   * Not a bound of the agent's for all: on SQL Server it becomes SET ROWCOUNT and cuts updates
   * short.
   */
  private int maxRows(StatementOptions options) {
    Object asked = options.get(StatementOption.MAX_ROWS);
    int rows = asked == null ? 0 : (int) Math.min(Integer.MAX_VALUE, (long) asked);
    boolean session = vendor == Vendor.MYSQL && rows > 0; // replaces the session's
    boolean bounded = vendor == Vendor.POSTGRESQL || vendor == Vendor.H2 || session;
    return bounded ? smaller(MAX_ROWS, rows) : rows;
  }

  private int fetchRows(StatementOptions options) {
    boolean bounded = vendor != Vendor.POSTGRESQL && vendor != Vendor.H2 && vendor != Vendor.MYSQL;
    int asked = Math.min(MAX_ROWS, options.get(StatementOption.FETCH_SIZE, 0));
    return asked == 0 && bounded ? FETCH_ROWS : asked;
  }

  /** Zero stands for no limit. */
  private static int smaller(int one, int other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private interface Setting {
    void set() throws SQLException;
  }

  private void ifKnown(boolean wanted, Setting setting) throws SQLException {
    if (!wanted) {
      return;
    }
    try {
      setting.set();
    } catch (SQLException | RuntimeException | AbstractMethodError e) {
      if (connection.isClosed()) {
        throw e;
      }
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
}
