package io.jdbcmirror.benchmarks.rate;

/** What is applied. */
public enum Load {
  MIX("selects and updates by primary key, autocommit", "0.95"),
  INSERTS("inserts, autocommit", "5"),
  TRANSACTIONS("inserts, 100 a transaction", "5");

  private static final int IN_TRANSACTION = 100;

  private final String label;
  private final String goal;

  Load(String label, String goal) {
    this.label = label;
    this.goal = goal;
  }

  public String label() {
    return label;
  }

  /** Of one transaction. */
  public int statements() {
    return this == TRANSACTIONS ? IN_TRANSACTION : 1;
  }

  /** How many times the bare loop's rate. */
  String goal() {
    return goal;
  }
}
