package io.jdbcmirror.metrics;

/**
 * How a request's outcome on the target compares with that on the source; {@code verdict} of {@code
 * mirror_comparisons_total}. A closed set: each request tried on the target has exactly one.
 */
public enum Verdict {
  MATCH("match"),
  /** Another number of rows in the result. */
  ROW_COUNT("row_count"),
  /** Other rows were changed, by number. */
  UPDATE_COUNT("update_count"),
  /** As many rows, with other values or in another order. */
  RESULT("result"),
  /** Fails on the target alone. */
  ERROR_NEW("error_new"),
  /** Fails on the source alone. */
  ERROR_MISSING("error_missing"),
  /** Fails on both sides, each for its own reason. */
  ERROR_DIFFERENT("error_different"),
  /** Nothing is known, for a reason of {@link NotCompared}. */
  NOT_COMPARED("not_compared");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether the two sides did not do the same. */
  public boolean isDifference() {
    return this != MATCH && this != NOT_COMPARED;
  }
}
