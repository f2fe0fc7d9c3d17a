package io.jdbcmirror.benchmarks.startup;

/** A program that uses no JDBC. */
public final class PlainProgram {
  private PlainProgram() {}

  public static void main(String[] args) {
    FirstWord.say("first");
  }
}
