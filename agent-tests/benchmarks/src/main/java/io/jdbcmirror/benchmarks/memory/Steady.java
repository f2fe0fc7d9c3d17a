package io.jdbcmirror.benchmarks.memory;

import io.jdbcmirror.benchmarks.fork.Commands;
import io.jdbcmirror.benchmarks.rate.Load;
import io.jdbcmirror.benchmarks.rate.Session;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Selects and updates, so many a second.
 *
 * <p>Arguments: URL, user, password. Command: {@code run} with seconds and statements a second.
 */
public final class Steady {
  private Steady() {}

  public static void main(String[] args) throws Exception {
    Session session = new Session(DriverManager.getConnection(args[0], args[1], args[2]), 0);
    Commands.serve(
        words -> {
          long interval = TimeUnit.SECONDS.toNanos(1) / Long.parseLong(words[2]);
          long end = TimeUnit.SECONDS.toNanos(Long.parseLong(words[1]));
          long start = System.nanoTime();
          for (long due = 0; due < end; due += interval) {
            awaitNanos(start + due);
            session.send(Load.MIX, 1);
          }
          return "done";
        });
    System.exit(0);
  }

  /** What comes late because of a pause is made good. */
  private static void awaitNanos(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
