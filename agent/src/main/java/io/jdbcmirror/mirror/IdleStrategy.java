package io.jdbcmirror.mirror;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a mirror thread does when there is nothing to do. Nobody wakes it: that would cost the
 * application a call of the system's. What has come meanwhile is applied in one go, so that the
 * processors are left to the application for most of the time.
 */
final class IdleStrategy {
  static final long PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private IdleStrategy() {}

  /**
   * @param work how much the last round did; 0 for nothing
   */
  static void idle(int work) {
    if (work == 0) {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }
}
