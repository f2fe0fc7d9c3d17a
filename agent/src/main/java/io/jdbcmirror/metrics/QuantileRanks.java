package io.jdbcmirror.metrics;

/**
 * Between which two of n times, ordered by length, a quantile lies. Free of assumptions about their
 * distribution, but that they are independent of each other and all of it.
 *
 * <p>Of n such times the number that lies below the quantile q is binomial. Against each n it is
 * held as a bet: with {@code kl} the relative entropy of two coins, the chance that {@code n * kl(k
 * / n, q) >= ln(1 / error) + ln(n) / 2 + ln(2)} ever comes true, for any n from 1 on, is at most
 * {@code error}. This is Ville's inequality for the mixture of Krichevsky and Trofimov, whose
 * regret against the best coin is at most {@code ln(n) / 2 + ln(2)}; no approximation, and no harm
 * in looking again and again. An interval for one look alone would have to be widened for each.
 */
final class QuantileRanks {
  private final double quantile;
  private final double lnError;

  /**
   * @param quantile between 0 and 1
   * @param error chance that the quantile is ever outside, over all looks together
   */
  QuantileRanks(double quantile, double error) {
    this.quantile = quantile;
    this.lnError = Math.log(error);
  }

  /** The rank of a time that is not above the quantile; 0 if no time is certain to be. */
  long low(long count) {
    long outside = -1;
    long inside = (long) (quantile * count);
    while (inside - outside > 1) {
      long middle = outside + (inside - outside) / 2;
      if (isCredible(middle, count)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  /** The rank of a time that is not below the quantile; over {@code count} if none is certain. */
  long high(long count) {
    long inside = (long) Math.ceil(quantile * count);
    long outside = count + 1;
    while (outside - inside > 1) {
      long middle = inside + (outside - inside) / 2;
      if (isCredible(middle, count)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside + 1;
  }

  /** Whether so many of {@code count} times may lie below the quantile. */
  private boolean isCredible(long below, long count) {
    double evidence = term(below, quantile * count) + term(count - below, (1 - quantile) * count);
    return evidence < -lnError + Math.log((double) count) / 2 + Math.log(2);
  }

  private static double term(long seen, double expected) {
    double times = (double) seen;
    return seen == 0 ? 0 : times * Math.log(times / expected);
  }
}
