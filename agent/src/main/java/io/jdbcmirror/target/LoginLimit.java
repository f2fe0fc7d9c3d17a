package io.jdbcmirror.target;

import io.jdbcmirror.support.AgentThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds the making of a connection, login included, whatever the driver bounds by itself: some
 * limit only the TCP connection, none the whole of a login that comes a byte a second. What comes
 * too late is closed. Thread-safe.
 */
final class LoginLimit {
  /** Attempts that are given up and not over; they end by the driver's own time-out on reads. */
  static final int MAX_HANGING = 8;

  private final Semaphore free = new Semaphore(MAX_HANGING);

  /**
   * Makes the connection on a thread of the agent's own, and waits for it.
   *
   * @throws SQLException the driver's own, or that the time is over
   */
  Connection connect(Callable<Connection> driver, long limitMillis) throws SQLException {
    if (!free.tryAcquire()) {
      throw new SQLTransientConnectionException("earlier attempts to connect still hang", "08001");
    }
    Attempt attempt = new Attempt(driver);
    AgentThreads.start(
        "connect",
        () -> {
          try {
            attempt.run();
          } finally {
            free.release();
          }
        });
    return await(attempt, limitMillis);
  }

  private static Connection await(Attempt attempt, long limitMillis) throws SQLException {
    try {
      return attempt.get(limitMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      attempt.cancel(false);
      throw new SQLTransientConnectionException("no connection within its limit", "08001");
    } catch (InterruptedException e) {
      attempt.cancel(false);
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while connecting", "08001");
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private static SQLException rethrown(ExecutionException e) {
    Throwable failure = e.getCause();
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    return failure instanceof SQLException
        ? (SQLException) failure
        : new SQLTransientConnectionException("the driver cannot connect", "08001", failure);
  }

  /** One that nobody waits for any more closes what it has made. */
  private static final class Attempt extends FutureTask<Connection> {
    Attempt(Callable<Connection> driver) {
      super(driver);
    }

    @Override
    protected void set(Connection made) {
      super.set(made);
      if (isCancelled()) {
        Jdbc.closeQuietly(made);
      }
    }
  }
}
