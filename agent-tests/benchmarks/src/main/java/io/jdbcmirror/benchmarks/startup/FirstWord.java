package io.jdbcmirror.benchmarks.startup;

/** A class of its own, so that the log of loaded classes shows when it is said. */
final class FirstWord {
  private FirstWord() {}

  static void say(String word) {
    System.out.println(word);
  }
}
