package io.jdbcmirror.benchmarks.rate;

/** What is applied. */
enum Load {
  MIX("selects and updates by primary key, autocommit", "0.95"),
  INSERTS("inserts, autocommit", "5"),
  TRANSACTIONS("inserts, 100 a transaction", "5");

  private final String label;
  private final String goal;

  Load(String label, String goal) {
    this.label = label;
    this.goal = goal;
  }

  String label() {
    return label;
  }

  /** How many times the bare loop's rate. */
  String goal() {
    return goal;
  }
}
