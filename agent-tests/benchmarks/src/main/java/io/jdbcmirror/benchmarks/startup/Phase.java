package io.jdbcmirror.benchmarks.startup;

/** A stretch of a start, which ends when a certain class is loaded. */
enum Phase {
  JVM("the JVM, up to the agent's first class", "io.jdbcmirror.premain.Premain"),
  LOADER("the agent's jar and class loader", "io.jdbcmirror.lifecycle.Agent"),
  SETTINGS("settings and transformer", "io.jdbcmirror.benchmarks.startup."),
  PROGRAM(
      "the program, up to the first class that is rewritten",
      "io.jdbcmirror.instrumentation.ClassRewriter"),
  REWRITER("Byte Buddy and its advices are made ready", "io.jdbcmirror.lifecycle.MirrorService"),
  SERVICE("capture begins; the driver's class is rewritten", "org.h2.Driver"),
  DRIVER("connecting and the first query; more classes are rewritten", FirstWord.class.getName());

  private final String label;
  private final String endsWith;

  Phase(String label, String endsWith) {
    this.label = label;
    this.endsWith = endsWith;
  }

  String label() {
    return label;
  }

  String endsWith() {
    return endsWith;
  }
}
