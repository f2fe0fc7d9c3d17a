package io.jdbcmirror.metrics;

/** Where the rooms count. Thread-safe; never blocks and never throws. */
public interface Recorder {
  /** Counts nothing. */
  Recorder NOOP = new NoopRecorder();

  /**
   * @param database the source database's name, as the {@code database} label
   * @return the same object for the same name: look it up once, not on each call
   */
  DatabaseRecorder database(String database);

  /**
   * A fault of the agent's own on an application thread.
   *
   * @param hook name of the instrumented operation, from a closed set
   */
  void captureFailure(String hook);

  /** Whether the last contact with the target succeeded. */
  void targetUp(boolean up);

  /** Whether the target was refused because it is, or may be, the source. */
  void targetRefused(boolean refused);
}
