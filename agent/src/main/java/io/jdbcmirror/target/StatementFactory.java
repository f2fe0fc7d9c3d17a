package io.jdbcmirror.target;

import io.jdbcmirror.traffic.StatementOption;
import io.jdbcmirror.traffic.StatementOptions;
import io.jdbcmirror.traffic.StatementText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes statements on the target as the application made its own, within the agent's limits. One
 * for each target session; not thread-safe.
 */
final class StatementFactory {
  private final Connection connection;
  private final StatementLimits limits;

  /**
   * @param watch of the thread that executes the statements
   * @param timeoutMillis for a statement; 0 for none
   */
  StatementFactory(Connection connection, Vendor vendor, CallWatch watch, long timeoutMillis) {
    this.connection = connection;
    this.limits = new StatementLimits(connection, vendor, watch, timeoutMillis);
  }

  Statement plain(StatementOptions options) throws SQLException {
    limits.prepareSession(options);
    return limits.apply(isTyped(options) ? typed(options) : connection.createStatement(), options);
  }

  PreparedStatement prepared(StatementText text, StatementOptions options) throws SQLException {
    limits.prepareSession(options);
    boolean callable = text.form() == StatementText.Form.CALLABLE;
    return limits.apply(callable ? call(text, options) : prepare(text, options), options);
  }

  /** One that was made with these options is about to be used again. */
  void reused(PreparedStatement statement, StatementOptions options) throws SQLException {
    limits.prepareSession(options);
    limits.applyAgain(statement, options);
  }

  private PreparedStatement prepare(StatementText text, StatementOptions options)
      throws SQLException {
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
    return isTyped(options) ? typed(text, options) : connection.prepareStatement(text.sql());
  }

  private PreparedStatement call(StatementText text, StatementOptions options) throws SQLException {
    if (!isTyped(options)) {
      return connection.prepareCall(text.sql());
    }
    int holdability = holdability(options);
    return holdability == 0
        ? connection.prepareCall(text.sql(), type(options), concurrency(options))
        : connection.prepareCall(text.sql(), type(options), concurrency(options), holdability);
  }

  private Statement typed(StatementOptions options) throws SQLException {
    int holdability = holdability(options);
    return holdability == 0
        ? connection.createStatement(type(options), concurrency(options))
        : connection.createStatement(type(options), concurrency(options), holdability);
  }

  private PreparedStatement typed(StatementText text, StatementOptions options)
      throws SQLException {
    int holdability = holdability(options);
    return holdability == 0
        ? connection.prepareStatement(text.sql(), type(options), concurrency(options))
        : connection.prepareStatement(text.sql(), type(options), concurrency(options), holdability);
  }

  /**
   * Whether another result set than the usual one was asked for, and the target has such. Results
   * are thrown away: a target without is none the worse for it.
   */
  private boolean isTyped(StatementOptions options) throws SQLException {
    boolean asked =
        options.get(StatementOption.RESULT_SET_TYPE) != null
            || options.get(StatementOption.CONCURRENCY) != null
            || options.get(StatementOption.HOLDABILITY) != null;
    if (!asked) {
      return false;
    }
    return connection
        .getMetaData()
        .supportsResultSetConcurrency(type(options), concurrency(options));
  }

  private static int type(StatementOptions options) {
    return options.get(StatementOption.RESULT_SET_TYPE, ResultSet.TYPE_FORWARD_ONLY);
  }

  private static int concurrency(StatementOptions options) {
    return options.get(StatementOption.CONCURRENCY, ResultSet.CONCUR_READ_ONLY);
  }

  /**
   * 0 for the target's own, also where it has no other. The overload that the application has
   * called is called all the same: MariaDB's driver then sends a batch in another way.
   */
  private int holdability(StatementOptions options) throws SQLException {
    int holdability = options.get(StatementOption.HOLDABILITY, 0);
    boolean known =
        holdability == 0 || connection.getMetaData().supportsResultSetHoldability(holdability);
    return known ? holdability : 0;
  }
}
