package io.jdbcmirror.benchmarks;

/**
 * How much is measured.
 *
 * @param rounds how often each variant is measured, all of them in turn; the median is told
 * @param share of the work of one measurement, of 1.0
 */
public record Effort(int rounds, double share) {
  /** To see that it works. */
  public static final Effort QUICK = new Effort(1, 0.1);

  /**
   * @throws IllegalArgumentException if it is none
   */
  public Effort {
    if (rounds < 1 || !(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("--rounds is at least 1, --share over 0 and at most 1");
    }
  }

  @Override
  public String toString() {
    return "rounds: " + rounds + (share < 1 ? ", of the whole work in each: " + share : "");
  }

  /** So many of what a full measurement does, at least one. */
  public int of(int full) {
    return (int) Math.max(1, Math.round(full * share));
  }
}
