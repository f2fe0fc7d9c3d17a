package io.jdbcmirror.metrics;

/**
 * Calls a digest slower or faster on the target only when the data says so. Looked at are the
 * median and the 95th percentile, each within its bounds ({@link Quantile}) on both sides.
 *
 * <ul>
 *   <li>{@code slower}: at either, the target's lower bound is more than {@code ratio} times the
 *       source's upper bound, and more than 100 µs above it;
 *   <li>{@code faster}: the same with the sides changed, and not slower at the other;
 *   <li>{@code same}: at neither could it be one of the two, wherever within their bounds the
 *       quantiles lie;
 *   <li>{@code not_enough_data}: the bounds are still too wide to tell. The median has some from 23
 *       requests on, the 95th percentile from 326.
 * </ul>
 *
 * <p>A word is false only if a quantile lies outside its bounds. Over 1,000 digests, each looked at
 * as often as one likes from its first request to its last, the chance of a single false word is
 * below 1 %, if the times of a digest are independent of each other and their distribution stays as
 * it is. (Bounds this wide are z = 5.9 standard errors at 1,000 requests, 6.4 at a million.) Pauses
 * and caches that hit many requests in a row are not independent: the ratio leaves room for them.
 *
 * <p>Below 100 µs the two measuring points tell nothing of the databases: a time is taken on the
 * application's thread on one side and on the mirror's on the other, and scheduling, caches and a
 * round trip on the loopback interface differ by as much.
 */
public final class SpeedRule {
  private static final long FLOOR_MICROS = 100;

  private final double ratio;

  /**
   * @param ratio above 1
   */
  public SpeedRule(double ratio) {
    this.ratio = ratio;
  }

  public Speed of(TimeTotals source, TimeTotals target) {
    if (isCertainlyAbove(target.median(), source.median())
        || isCertainlyAbove(target.p95(), source.p95())) {
      return Speed.SLOWER;
    }
    if (isCertainlyAbove(source.median(), target.median())
        || isCertainlyAbove(source.p95(), target.p95())) {
      return Speed.FASTER;
    }
    boolean same = isSame(source.median(), target.median()) && isSame(source.p95(), target.p95());
    return same ? Speed.SAME : Speed.NOT_ENOUGH_DATA;
  }

  /**
   * How many times the source's median or 95th percentile the target's is at least, wherever within
   * their bounds they lie: the greater of the two, of which one is 0 where it cannot be told or is
   * within 100 µs.
   */
  public static double certainRatio(TimeTotals source, TimeTotals target) {
    return Math.max(
        certainRatio(source.median(), target.median()), certainRatio(source.p95(), target.p95()));
  }

  private static double certainRatio(Quantile source, Quantile target) {
    long high = source.highMicros();
    long low = target.lowMicros();
    return low - high > FLOOR_MICROS ? (double) low / Math.max(1, high) : 0;
  }

  private boolean isCertainlyAbove(Quantile one, Quantile other) {
    return isAbove(one.lowMicros(), other.highMicros());
  }

  private boolean isSame(Quantile source, Quantile target) {
    return !isAbove(target.highMicros(), source.lowMicros())
        && !isAbove(source.highMicros(), target.lowMicros());
  }

  private boolean isAbove(long oneMicros, long otherMicros) {
    return oneMicros > ratio * otherMicros && oneMicros - otherMicros > FLOOR_MICROS;
  }
}
