package io.jdbcmirror.metrics;

/** A digest's times on one side, in short. Immutable. */
public final class TimeTotals {
  private final long count;
  private final long maxMicros;
  private final Quantile median;
  private final Quantile p95;
  private final Quantile p99;

  TimeTotals(TimeBuckets times) {
    this.count = times.count();
    this.maxMicros = count == 0 ? 0 : times.untilMicros(times.size() - 1) - 1;
    this.median = Quantile.of(times, 0.50);
    this.p95 = Quantile.of(times, 0.95);
    this.p99 = Quantile.of(times, 0.99);
  }

  public long count() {
    return count;
  }

  /** Within 1 %; an hour at most. */
  public long maxMicros() {
    return maxMicros;
  }

  public Quantile median() {
    return median;
  }

  public Quantile p95() {
    return p95;
  }

  public Quantile p99() {
    return p99;
  }
}
