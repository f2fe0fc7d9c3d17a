package io.jdbcmirror.tests.app8;

/** An application without a database: prints its threads' names, line by line. */
public final class NoJdbcApp {
  private NoJdbcApp() {}

  public static void main(String[] args) {
    Thread.getAllStackTraces().keySet().forEach(thread -> System.out.println(thread.getName()));
  }
}
