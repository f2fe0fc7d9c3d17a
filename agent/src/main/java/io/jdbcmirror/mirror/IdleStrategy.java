package io.jdbcmirror.mirror;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a mirror thread does when there is nothing to do: parks, the longer the longer it lasts. */
final class IdleStrategy {
  private static final long MIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private long parkNanos = MIN_NANOS;

  /**
   * @param work how much the last round did; 0 for nothing
   */
  void idle(int work) {
    if (work > 0) {
      parkNanos = MIN_NANOS;
      return;
    }
    LockSupport.parkNanos(parkNanos);
    parkNanos = Math.min(MAX_NANOS, 2 * parkNanos);
  }
}
