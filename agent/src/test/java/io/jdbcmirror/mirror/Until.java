package io.jdbcmirror.mirror;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition. */
public final class Until {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private Until() {}

  public static void isTrue(Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > LIMIT_NANOS) {
        throw new AssertionError("the condition did not come true");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
