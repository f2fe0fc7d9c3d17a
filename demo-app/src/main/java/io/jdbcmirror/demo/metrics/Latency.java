package io.jdbcmirror.demo.metrics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A histogram of one side's latencies. */
public final class Latency {
  private static final String METRIC = "mirror_latency_seconds";

  private final double count;
  private final double sumSeconds;

  /** How many took at most so long, by bound in seconds. */
  private final SortedMap<Double, Double> cumulative = new TreeMap<>();

  /**
   * @param side {@code source} or {@code target}
   */
  public Latency(PrometheusText metrics, String side) {
    count = metrics.sum(METRIC + "_count", sample -> sample.label("side").equals(side));
    sumSeconds = metrics.sum(METRIC + "_sum", sample -> sample.label("side").equals(side));
    for (PrometheusText.Sample bucket : metrics.all(METRIC + "_bucket")) {
      if (bucket.label("side").equals(side)) {
        cumulative.merge(PrometheusText.number(bucket.label("le")), bucket.value(), Double::sum);
      }
    }
  }

  public long count() {
    return (long) count;
  }

  /** NaN if nothing was measured. */
  public double meanSeconds() {
    return sumSeconds / count;
  }

  /**
   * Estimated within its bucket, as Prometheus does.
   *
   * @param fraction 0.95 for the 95th percentile
   * @return NaN if nothing was measured
   */
  public double quantileSeconds(double fraction) {
    double rank = fraction * count;
    double lowerBound = 0;
    double below = 0;
    for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
      double inBucket = bucket.getValue() - below;
      if (bucket.getValue() >= rank && inBucket > 0) {
        double share = (rank - below) / inBucket;
        return Double.isInfinite(bucket.getKey())
            ? lowerBound
            : lowerBound + share * (bucket.getKey() - lowerBound);
      }
      lowerBound = bucket.getKey();
      below = bucket.getValue();
    }
    return Double.NaN;
  }
}
