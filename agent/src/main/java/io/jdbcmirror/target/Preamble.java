package io.jdbcmirror.target;

import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.Transaction;
import java.sql.Connection;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings one target session to the state of its source session: runs the session's changes that it
 * has not run yet, in their order, and remembers which it has. Not thread-safe.
 */
final class Preamble {
  private static final int MAX_REMEMBERED = 1_000;

  private final Connection connection;
  private final RequestRunner runner;
  private final @Nullable HomeDatabase home;
  private final Set<Long> ran = new HashSet<>();
  private long lastRun;

  /**
   * @param home null where the session may go to any database of the target's server
   */
  Preamble(Connection connection, RequestRunner runner, @Nullable HomeDatabase home) {
    this.connection = connection;
    this.runner = runner;
    this.home = home;
  }

  /** Leaves the connection in autocommit mode if there was anything to run. */
  void run(List<SessionChange> changes) throws SQLException {
    for (SessionChange change : changes) {
      if (change.number() <= lastRun) {
        continue;
      }
      connection.setAutoCommit(true); // no effect if it is on
      if (change.undoes() == 0 || ran.contains(change.undoes())) {
        apply(change);
      }
      remember(change.number());
    }
    if (ran.size() > MAX_REMEMBERED) {
      forgetAllBut(changes);
    }
  }

  /** What was set within a transaction, before the request that is to run now. */
  void runInPlace(List<SessionChange> changes) throws SQLException {
    for (SessionChange change : changes) {
      apply(change);
    }
  }

  /** The target has committed: what the transaction changed in the session needs no other run. */
  void committed(Transaction transaction) {
    for (Request request : transaction.requests()) {
      if (request.changeNumber() != 0) {
        remember(request.changeNumber());
      }
      for (SessionChange change : request.changesBefore()) {
        remember(change.number());
      }
    }
  }

  private void remember(long number) {
    ran.add(number);
    lastRun = Math.max(lastRun, number);
  }

  /** Only a change that is still in the preamble can be undone by a later one. */
  private void forgetAllBut(List<SessionChange> changes) {
    Set<Long> known = new HashSet<>();
    for (SessionChange change : changes) {
      known.add(change.number());
    }
    ran.retainAll(known);
  }

  private void apply(SessionChange change) throws SQLException {
    Request request = change.request();
    if (request != null) {
      runner.run(request);
      checkHome();
    } else if (change.attribute() != null) {
      setAttribute(change.attribute(), change.value());
    }
  }

  private void setAttribute(SessionChange.Attribute attribute, @Nullable Object value)
      throws SQLException {
    switch (attribute) {
      case ISOLATION:
        connection.setTransactionIsolation(number(value));
        break;
      case READ_ONLY:
        connection.setReadOnly(Boolean.TRUE.equals(value));
        break;
      case SCHEMA:
        connection.setSchema((String) value);
        break;
      case CATALOG:
        if (home != null) {
          home.checkEquals((String) value);
        }
        connection.setCatalog((String) value);
        break;
      case HOLDABILITY:
        setHoldability(number(value));
        break;
      case CLIENT_INFO:
        setClientInfo((Map.Entry<?, ?>) value);
        break;
    }
  }

  /** Results are thrown away: a target that cannot hold them is none the worse for it. */
  private void setHoldability(int holdability) throws SQLException {
    if (connection.getMetaData().supportsResultSetHoldability(holdability)) {
      connection.setHoldability(holdability);
    }
  }

  /** It is for those who watch the server: a target that does not know it works the same. */
  private void setClientInfo(Map.@Nullable Entry<?, ?> named) {
    try {
      if (named != null) {
        connection.setClientInfo((String) named.getKey(), (String) named.getValue());
      }
    } catch (SQLClientInfoException | AbstractMethodError e) {
      AgentLog.warnOnce(
          "client info", "client info is not set on the target: its driver does not take it");
    }
  }

  private void checkHome() throws SQLException {
    if (home != null) {
      home.check();
    }
  }

  private static int number(@Nullable Object value) throws SQLException {
    if (!(value instanceof Integer)) {
      throw new SQLException("a session attribute without a value", "22023");
    }
    return (int) value;
  }
}
