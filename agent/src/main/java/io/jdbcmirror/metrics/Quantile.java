package io.jdbcmirror.metrics;

/** A quantile of a digest's times on one side, and the bounds it lies within. Immutable. */
public final class Quantile {
  /**
   * The chance that the bounds of a quantile ever leave it out. The median and the 95th percentile
   * on both sides are four for a digest, so for 1,000 digests it is below 0.8 % that any ever does.
   */
  static final double ERROR = 2e-6;

  /** Of {@link #highMicros()}, where it is not known. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  private final long estimateMicros;
  private final long lowMicros;
  private final long highMicros;

  private Quantile(long estimateMicros, long lowMicros, long highMicros) {
    this.estimateMicros = estimateMicros;
    this.lowMicros = lowMicros;
    this.highMicros = highMicros;
  }

  /** Bounds are the outer edges of the buckets that hold them. */
  static Quantile of(TimeBuckets times, double quantile) {
    long count = times.count();
    if (count == 0) {
      return new Quantile(0, 0, UNKNOWN);
    }
    QuantileRanks ranks = new QuantileRanks(quantile, ERROR);
    long low = ranks.low(count);
    long high = ranks.high(count);
    int bucket = times.bucketOf(Math.max(1, (long) Math.ceil(quantile * count)));
    return new Quantile(
        (times.fromMicros(bucket) + times.untilMicros(bucket)) / 2,
        low == 0 ? 0 : times.fromMicros(times.bucketOf(low)),
        high > count ? UNKNOWN : times.untilMicros(times.bucketOf(high)));
  }

  /** Within 1 %, or 1 µs, of the one of the times counted; 0 if there are none. */
  public long estimateMicros() {
    return estimateMicros;
  }

  /** 0 where the times counted are too few to tell. */
  public long lowMicros() {
    return lowMicros;
  }

  /** {@link #UNKNOWN} where the times counted are too few to tell. */
  public long highMicros() {
    return highMicros;
  }
}
