package io.jdbcmirror.benchmarks;

/**
 * How much is measured.
 *
 * @param rounds how often each variant is measured, all of them in turn; the median is told
 * @param share of the work of one measurement, of 1.0
 */
public record Effort(int rounds, double share) {
  /** What the results in the repository were measured with. */
  public static final Effort FULL = new Effort(3, 1.0);

  /** To see that it works. */
  public static final Effort QUICK = new Effort(1, 0.1);

  /** So many of what a full measurement does, at least one. */
  public int of(int full) {
    return (int) Math.max(1, Math.round(full * share));
  }
}
