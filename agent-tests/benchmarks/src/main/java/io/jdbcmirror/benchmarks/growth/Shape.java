package io.jdbcmirror.benchmarks.growth;

/**
 * What the application does.
 *
 * @param digests statements that are executed by turns
 * @param statements a transaction; 0 in autocommit
 * @param bytes of the second parameter; -1 if it is a short text
 */
record Shape(int threads, int digests, int statements, int bytes) {
  /** Calls of a burst, all threads together. */
  private static final int BURST = 10_000;

  private static final int BURST_BYTES = 32_000_000;

  static Shape of(Dimension dimension, int value) {
    return switch (dimension) {
      case THREADS -> new Shape(value, 1, 0, -1);
      case DIGESTS -> new Shape(1, value, 0, -1);
      case STATEMENTS -> new Shape(1, 1, value, -1);
      case BYTES -> new Shape(1, 1, 0, value);
    };
  }

  /** Calls of a burst on each thread, so that all of it has room in the queue. */
  int calls() {
    return Math.min(BURST / threads, BURST_BYTES / Math.max(bytes, 1));
  }
}
