package io.jdbcmirror.target;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What one mirror thread is doing in the driver at this moment, for the {@link Watchdog} to see.
 * {@link #enter} and {@link #leave} belong to the mirror thread.
 */
public final class CallWatch {
  private @Nullable Connection busy; // guarded by this
  private long sinceNanos; // guarded by this

  synchronized void enter(Connection connection) {
    busy = connection;
    sinceNanos = System.nanoTime();
  }

  synchronized void leave() {
    busy = null;
  }

  synchronized boolean isBusy() {
    return busy != null;
  }

  /**
   * Hands out, once, the connection of a call that has lasted too long.
   *
   * @return null if there is none
   */
  synchronized @Nullable Connection takeOverdue(long nowNanos, long limitNanos) {
    if (busy == null || nowNanos - sinceNanos < limitNanos) {
      return null;
    }
    Connection overdue = busy;
    busy = null;
    return overdue;
  }
}
