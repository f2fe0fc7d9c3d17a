package io.jdbcmirror.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many times there were of each length, up to an hour, as counts that only grow: who looks
 * twice knows the times in between. A bucket is 1 µs wide below 16 µs, and at most an eighth of its
 * time above; all are 2 KB, whatever is counted. Mirror threads feed it. Thread-safe.
 */
final class TimeCounts {
  /** A bucket's number has as many more bits as its times have. */
  private static final int BITS = 3;

  private static final int STEPS = 1 << BITS;

  private final AtomicLongArray counts = new AtomicLongArray(bucket(TimeHistogram.MAX_MICROS) + 1);

  void add(long nanos) {
    long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
    counts.getAndIncrement(bucket(Math.max(0, Math.min(micros, TimeHistogram.MAX_MICROS))));
  }

  /** Each power of two has {@link #STEPS} buckets of the same width. */
  private static int bucket(long micros) {
    int shift = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - BITS);
    return shift * STEPS + (int) (micros >>> shift);
  }

  private static long fromMicros(int bucket) {
    int shift = Math.max(0, bucket / STEPS - 1);
    return (long) (bucket - shift * STEPS) << shift;
  }

  TimeBuckets buckets() {
    TimeBuckets.Builder buckets = new TimeBuckets.Builder();
    for (int i = 0; i < counts.length(); i++) {
      long count = counts.get(i);
      if (count > 0) {
        buckets.add(fromMicros(i), fromMicros(i + 1), count);
      }
    }
    return buckets.build();
  }
}
