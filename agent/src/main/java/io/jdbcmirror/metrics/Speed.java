package io.jdbcmirror.metrics;

/** What the times of a digest say of the target; see {@link SpeedRule}. */
public enum Speed {
  SLOWER("slower"),
  FASTER("faster"),
  /** Neither, and that is certain. */
  SAME("same"),
  /** So far none of the three is certain. */
  NOT_ENOUGH_DATA("not_enough_data");

  private final String label;

  Speed(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
