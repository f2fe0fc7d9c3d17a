package io.jdbcmirror.metrics;

import io.prometheus.client.Histogram;

/** What a histogram of times had counted at one moment. Immutable. */
public final class LatencyTotals {
  /** Upper bounds of the buckets, in seconds: 100 µs to 30 s. */
  static final double[] BOUNDS = {
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    30
  };

  private final double[] cumulative;
  private final double sumSeconds;

  LatencyTotals(Histogram.Child histogram) {
    Histogram.Child.Value value = histogram.get();
    this.cumulative = value.buckets;
    this.sumSeconds = value.sum;
  }

  public long count() {
    return (long) cumulative[cumulative.length - 1];
  }

  public double sumSeconds() {
    return sumSeconds;
  }

  /**
   * Estimated as Prometheus does it: evenly spread within the bucket, and no more than 30 s.
   *
   * @param quantile 0.0 to 1.0
   * @return {@code NaN} if nothing was counted
   */
  public double quantileSeconds(double quantile) {
    if (count() == 0) {
      return Double.NaN;
    }
    double rank = quantile * count();
    int bucket = 0;
    while (cumulative[bucket] < rank) {
      bucket++;
    }
    if (bucket == BOUNDS.length) {
      return BOUNDS[BOUNDS.length - 1];
    }
    double below = bucket == 0 ? 0 : cumulative[bucket - 1];
    double lower = bucket == 0 ? 0 : BOUNDS[bucket - 1];
    double inBucket = cumulative[bucket] - below;
    double share = inBucket == 0 ? 0 : (rank - below) / inBucket;
    return lower + (BOUNDS[bucket] - lower) * share;
  }
}
