package io.jdbcmirror.metrics;

/**
 * What explains a difference; {@code attribution} of {@code mirror_differences_total}. People look
 * at the unexplained ones. "Before" is earlier in the same session, or in a transaction that
 * touched the same tables.
 */
public enum Attribution {
  UNEXPLAINED("unexplained"),
  /** A transaction before was not chosen by exposure. */
  UNSAMPLED_BEFORE("unsampled_before"),
  /** The mirror could not take a transaction before. */
  DROPPED_BEFORE("dropped_before"),
  /** A transaction before failed on the target. */
  FAILED_BEFORE("failed_before"),
  /** A transaction before could not be captured. */
  NOT_CAPTURED_BEFORE("not_captured_before"),
  /** The statement itself gives another answer each time: {@code now()}, {@code random()}. */
  NOT_DETERMINISTIC("not_deterministic"),
  /** Other sessions were changing the same tables. */
  CONCURRENT("concurrent"),
  /** The same rows in another order: they have equal sort keys, or another collation sorts them. */
  ORDER_ONLY("order_only"),
  /** Keys that could not be carried over. */
  GENERATED_KEYS("generated_keys");

  private final String label;

  Attribution(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
