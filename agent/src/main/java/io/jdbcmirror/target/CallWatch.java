package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What one mirror thread is doing in the driver at this moment, for the {@link Watchdog} to see.
 * {@link #enter}, {@link #limit} and {@link #leave} belong to the mirror thread.
 */
public final class CallWatch {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private @Nullable Connection busy; // guarded by this
  private long sinceNanos; // guarded by this
  private @Nullable Statement limited; // guarded by this
  private long deadlineNanos; // guarded by this
  private volatile boolean cancelling;

  synchronized void enter(Connection connection) {
    busy = connection;
    sinceNanos = System.nanoTime();
  }

  /**
   * What comes next is an execution of the statement, which is to be cancelled after so long. A
   * timer of the driver's would cost more than many a statement itself.
   */
  void limit(Statement statement, long nanos) {
    synchronized (this) {
      limited = statement;
      deadlineNanos = System.nanoTime() + nanos;
    }
    awaitCancelled();
  }

  void leave() {
    synchronized (this) {
      busy = null;
      limited = null;
    }
    awaitCancelled();
  }

  /** What is meant for one execution must not end the next. */
  private void awaitCancelled() {
    while (cancelling) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
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

  /**
   * Hands out, once, a statement that is past its limit. The mirror thread goes no further than to
   * its end until {@link #cancelled} is called.
   *
   * @return null if there is none
   */
  synchronized @Nullable Statement takeLate(long nowNanos) {
    Statement late = limited;
    if (late == null || nowNanos - deadlineNanos < 0) {
      return null;
    }
    limited = null;
    cancelling = true;
    return late;
  }

  void cancelled() {
    cancelling = false;
  }
}
