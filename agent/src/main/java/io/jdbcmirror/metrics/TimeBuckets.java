package io.jdbcmirror.metrics;

import java.util.Arrays;

/**
 * What a {@link TimeHistogram} or {@link TimeCounts} held at one moment: its buckets that are not
 * empty. Immutable.
 */
public final class TimeBuckets {
  static final TimeBuckets NONE = new Builder().build();

  private final long[] fromMicros;
  private final long[] untilMicros;
  private final long[] cumulative;

  private TimeBuckets(Builder builder) {
    this.fromMicros = Arrays.copyOf(builder.fromMicros, builder.size);
    this.untilMicros = Arrays.copyOf(builder.untilMicros, builder.size);
    this.cumulative = Arrays.copyOf(builder.cumulative, builder.size);
  }

  public int size() {
    return fromMicros.length;
  }

  /** The first time that belongs to a bucket. */
  public long fromMicros(int bucket) {
    return fromMicros[bucket];
  }

  /** The first time that is too long for a bucket. */
  public long untilMicros(int bucket) {
    return untilMicros[bucket];
  }

  public long count(int bucket) {
    return bucket == 0 ? cumulative[0] : cumulative[bucket] - cumulative[bucket - 1];
  }

  /** Over all buckets. */
  public long count() {
    return size() == 0 ? 0 : cumulative[size() - 1];
  }

  /**
   * Which bucket holds the time that is the {@code rank}th from the shortest.
   *
   * @param rank 1 to {@link #count()}
   */
  int bucketOf(long rank) {
    int found = Arrays.binarySearch(cumulative, rank);
    return found >= 0 ? found : -found - 1;
  }

  /** Buckets in the order of their times. */
  static final class Builder {
    private long[] fromMicros = new long[64];
    private long[] untilMicros = new long[64];
    private long[] cumulative = new long[64];
    private int size;

    void add(long from, long until, long count) {
      if (size == fromMicros.length) {
        fromMicros = Arrays.copyOf(fromMicros, 2 * size);
        untilMicros = Arrays.copyOf(untilMicros, 2 * size);
        cumulative = Arrays.copyOf(cumulative, 2 * size);
      }
      fromMicros[size] = from;
      untilMicros[size] = until;
      cumulative[size] = size == 0 ? count : cumulative[size - 1] + count;
      size++;
    }

    TimeBuckets build() {
      return new TimeBuckets(this);
    }
  }
}
