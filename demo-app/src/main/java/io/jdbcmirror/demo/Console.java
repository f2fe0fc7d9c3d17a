package io.jdbcmirror.demo;

/**
 * What the user sees: lines, and on a terminal one line of progress below them, written over and
 * over. Thread-safe.
 */
final class Console {
  private static final String TO_LINE_START = "\r\033[K";

  private final boolean terminal;
  private final Cleanup cleanup;
  private boolean progressShown;

  Console(boolean terminal, Cleanup cleanup) {
    this.terminal = terminal;
    this.cleanup = cleanup;
  }

  boolean isTerminal() {
    return terminal;
  }

  /** Says nothing once the end has begun: what goes wrong then is our own doing. */
  synchronized void line(String text) {
    if (!cleanup.hasBegun()) {
      clearProgress();
      System.out.println(text);
    }
  }

  /** As {@link #line}, on standard error; but the agent has its last word. */
  synchronized void error(String text) {
    if (!cleanup.hasBegun() || text.startsWith("jdbc-mirror")) {
      clearProgress();
      System.err.println(text);
    }
  }

  synchronized void progress(String text) {
    if (terminal && !cleanup.hasBegun()) {
      System.out.print(TO_LINE_START + text);
      System.out.flush();
      progressShown = true;
    } else {
      line(text);
    }
  }

  private void clearProgress() {
    if (progressShown) {
      System.out.print(TO_LINE_START);
      System.out.flush();
      progressShown = false;
    }
  }
}
