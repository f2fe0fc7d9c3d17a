package io.jdbcmirror.target;

import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.support.AgentThread;
import io.jdbcmirror.support.AgentThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Cancels statements whose limit it is to keep, and ends calls that hang in the target's driver
 * although every time-out it knows has passed, by aborting their connection; both from a thread of
 * their own.
 */
public final class Watchdog {
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long GRACE_MILLIS = 5_000;

  private final List<CallWatch> watches;
  private final long limitNanos;
  private final AgentThread thread;
  private volatile boolean stopped;

  private Watchdog(List<CallWatch> watches, long limitNanos) {
    this.watches = watches;
    this.limitNanos = limitNanos;
    this.thread = AgentThreads.create("watchdog", this::run);
  }

  /**
   * @param watches one for each mirror thread; not to be changed any more
   */
  public static Watchdog start(TargetSettings settings, List<CallWatch> watches) {
    long limitMillis = settings.socketTimeoutMillis() + GRACE_MILLIS;
    Watchdog watchdog = new Watchdog(watches, TimeUnit.MILLISECONDS.toNanos(limitMillis));
    watchdog.thread.start();
    return watchdog;
  }

  /** Ends it, as soon as no call is left to be watched. */
  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!stopped || watches.stream().anyMatch(CallWatch::isBusy)) {
      look();
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  private void look() {
    try {
      cancelLate(watches, System.nanoTime());
      abortOverdue(watches, System.nanoTime(), limitNanos);
    } catch (OutOfMemoryError e) {
      AgentLog.warnOnce(
          "watchdog",
          "no thread can be made to end a call to the target; time-outs of sockets will");
    }
  }

  static void cancelLate(List<CallWatch> watches, long nowNanos) {
    for (CallWatch watch : watches) {
      Statement late = watch.takeLate(nowNanos);
      if (late != null) {
        startCancelling(late, watch);
      }
    }
  }

  /** On a thread of its own: it makes a connection to the target. */
  private static void startCancelling(Statement late, CallWatch watch) {
    boolean started = false;
    try {
      AgentThreads.start("cancel", () -> cancel(late, watch));
      started = true;
    } finally {
      if (!started) {
        watch.cancelled();
      }
    }
  }

  private static void cancel(Statement late, CallWatch watch) {
    try {
      late.cancel();
    } catch (SQLException | RuntimeException | LinkageError e) {
      AgentLog.warnOnce(
          "cancel:" + e.getClass().getName(),
          "a statement that takes too long on the target cannot be cancelled; its connection will"
              + " time out");
    } finally {
      watch.cancelled();
    }
  }

  static void abortOverdue(List<CallWatch> watches, long nowNanos, long limitNanos) {
    for (CallWatch watch : watches) {
      Connection overdue = watch.takeOverdue(nowNanos, limitNanos);
      if (overdue != null) {
        AgentLog.warn("a call to the target hangs; its connection is given up");
        // A thread of its own: a driver may hang in this, too.
        AgentThreads.start("abort", () -> abort(overdue));
      }
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException | RuntimeException | LinkageError e) {
      Jdbc.closeQuietly(connection); // a driver from before Java 7
    }
  }
}
