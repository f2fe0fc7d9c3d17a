package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** How much is known of a connection's being alive. Not thread-safe. */
final class Trust {
  private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private long heardNanos = System.nanoTime();
  private boolean suspect;

  /** The server has just answered, as it should. */
  void heard() {
    heardNanos = System.nanoTime();
  }

  /** After an error, until there is a sign of life. */
  void doubt() {
    suspect = true;
  }

  /**
   * @param lostNanos when a connection to the target broke last, {@link System#nanoTime}
   */
  boolean holds(long nowNanos, long lostNanos) {
    return !suspect && nowNanos - heardNanos < TRUSTED_NANOS && heardNanos - lostNanos > 0;
  }

  /** Asks the server for a sign of life. */
  boolean ask(Connection connection, int timeoutSeconds) {
    try {
      if (!connection.isValid(timeoutSeconds)) {
        return false;
      }
      heard();
      suspect = false;
      return true;
    } catch (AbstractMethodError e) {
      return true; // a driver from before JDBC 4.0: the next statement will show
    } catch (SQLException | RuntimeException | LinkageError e) {
      return false;
    }
  }
}
