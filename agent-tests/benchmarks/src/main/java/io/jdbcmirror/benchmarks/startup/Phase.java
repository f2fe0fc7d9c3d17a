package io.jdbcmirror.benchmarks.startup;

/** A stretch of a start, which ends when a certain class is loaded. */
enum Phase {
  JVM("the JVM, up to the agent's first class", "io.jdbcmirror.premain.Premain"),
  LOADER("the agent's jar and class loader", "io.jdbcmirror.lifecycle.Agent"),
  SETTINGS("settings and transformer", "io.jdbcmirror.benchmarks.startup."),
  PROGRAM(
      "the program, until it looks for drivers: Byte Buddy begins, on another thread",
      "io.jdbcmirror.instrumentation.ClassRewriter"),
  REWRITER("the program, until it has found the first", "io.jdbcmirror.lifecycle.MirrorService"),
  SERVICE(
      "capture is made ready, Byte Buddy waited for; the driver's class is rewritten",
      "org.h2.Driver"),
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
