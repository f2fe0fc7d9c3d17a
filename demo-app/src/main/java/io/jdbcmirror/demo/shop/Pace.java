package io.jdbcmirror.demo.shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Spreads one thread's actions evenly over time, and catches up after a short delay. */
final class Pace {
  private static final long MOST_BEHIND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final long intervalNanos;
  private final long endNanos;
  private final CountDownLatch stop;
  private long nextNanos = System.nanoTime();

  /**
   * @param endNanos when to end, as {@link System#nanoTime} counts
   * @param stop ends it sooner
   */
  Pace(double actionsPerSecond, long endNanos, CountDownLatch stop) {
    intervalNanos = (long) (TimeUnit.SECONDS.toNanos(1) / actionsPerSecond);
    this.endNanos = endNanos;
    this.stop = stop;
  }

  /**
   * Returns when the next action is due.
   *
   * @return false if there is to be none
   */
  boolean await() {
    long now = System.nanoTime();
    nextNanos = Math.max(nextNanos + intervalNanos, now - MOST_BEHIND_NANOS);
    long waitNanos = Math.min(nextNanos - now, endNanos - now);
    try {
      return !stop.await(waitNanos, TimeUnit.NANOSECONDS) && System.nanoTime() - endNanos < 0;
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
