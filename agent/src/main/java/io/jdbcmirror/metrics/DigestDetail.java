package io.jdbcmirror.metrics;

/** A digest with its histograms, at one moment. Immutable. */
public final class DigestDetail {
  private final DigestTotals totals;
  private final TimeBuckets source;
  private final TimeBuckets target;

  DigestDetail(DigestTotals totals, TimeBuckets source, TimeBuckets target) {
    this.totals = totals;
    this.source = source;
    this.target = target;
  }

  public DigestTotals totals() {
    return totals;
  }

  /** Mirrored requests' times on the source. */
  public TimeBuckets source() {
    return source;
  }

  /** The same requests' times on the target. */
  public TimeBuckets target() {
    return target;
  }
}
