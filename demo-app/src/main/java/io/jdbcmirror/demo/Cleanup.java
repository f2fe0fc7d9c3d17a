package io.jdbcmirror.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be stopped and removed at the end, the last first, however the end comes. */
final class Cleanup {
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private volatile boolean begun;

  /** Also runs when the process is asked to end by a signal. */
  static Cleanup atExit() {
    Cleanup cleanup = new Cleanup();
    Runtime.getRuntime().addShutdownHook(new Thread(cleanup::run, "demo-cleanup"));
    return cleanup;
  }

  /** Closes the resource at once if the end has begun. */
  void add(AutoCloseable resource) {
    synchronized (resources) {
      if (!begun) {
        resources.push(resource);
        return;
      }
    }
    close(resource);
  }

  boolean hasBegun() {
    return begun;
  }

  private void run() {
    synchronized (resources) {
      begun = true;
    }
    while (!resources.isEmpty()) {
      close(resources.pop());
    }
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception failure) {
      System.err.println("demo: " + failure);
    }
  }
}
