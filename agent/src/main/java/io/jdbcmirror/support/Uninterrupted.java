package io.jdbcmirror.support;

import java.util.concurrent.TimeUnit;

/** Waiting on an application's thread, whose interrupts are the application's own. */
public final class Uninterrupted {
  private Uninterrupted() {}

  /** Waits for the thread's end within the limit; an interrupt in between is kept for later. */
  public static void join(Thread thread, long limitMillis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    boolean interrupted = false;
    long leftMillis = limitMillis;
    while (thread.isAlive() && leftMillis > 0) {
      try {
        thread.join(leftMillis);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      leftMillis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
