package io.jdbcmirror.report;

/** The verdict on a whole run; see {@code ReadinessRule}. */
public enum Readiness {
  READY("ready"),
  NOT_READY("not_ready"),
  NOT_ENOUGH_DATA("not_enough_data");

  private final String label;

  Readiness(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
