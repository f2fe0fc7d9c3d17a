package io.jdbcmirror.mirror;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long to wait before the target is tried again: 100 ms, doubled with each failure up to 5 s,
 * with jitter, so that many mirrors do not meet at one server. Not thread-safe.
 */
final class Backoff {
  static final long MIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final SplittableRandom random;
  private long ceilingNanos = MIN_NANOS;

  Backoff(SplittableRandom random) {
    this.random = random;
  }

  /** Between half of this step and the whole, but never less than the least; the next is longer. */
  long nextNanos() {
    long half = ceilingNanos / 2;
    long wait = Math.max(MIN_NANOS, half + random.nextLong(half + 1));
    ceilingNanos = Math.min(MAX_NANOS, 2 * ceilingNanos);
    return wait;
  }

  /** The target works: the next failure starts from the least again. */
  void reset() {
    ceilingNanos = MIN_NANOS;
  }
}
