package io.jdbcmirror.tests.app8;

import java.sql.DriverManager;
import java.util.Set;

/**
 * An application without a database: prints its threads' names, line by line. With an argument it
 * asks for drivers first, of which there are none, and waits until no thread of the agent's is
 * left.
 */
public final class NoJdbcApp {
  private NoJdbcApp() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length > 0 && !DriverManager.getDrivers().hasMoreElements()) {
      for (Thread thread : threads()) {
        if (thread.getName().startsWith("jdbc-mirror-")) {
          thread.join();
        }
      }
    }
    threads().forEach(thread -> System.out.println(thread.getName()));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }
}
