package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.JdbcHooks;
import io.jdbcmirror.metrics.Recorder;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.support.AgentThreads;

/**
 * Faults of the agent's own on application threads: each is counted, the first of a kind is told,
 * and too many within a minute switch capture off for good. Thread-safe.
 */
final class CaptureFaults {
  private static final int MAX_PER_MINUTE = 10;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final Recorder recorder;
  private final Runnable switchOff;
  private long windowStartNanos = System.nanoTime();
  private int inWindow;
  private long offMillis; // 0 while it is on

  /**
   * @param switchOff ends what is open; run once, on an agent thread
   */
  CaptureFaults(Recorder recorder, Runnable switchOff) {
    this.recorder = recorder;
    this.switchOff = switchOff;
  }

  void add(String hook, Throwable thrown) {
    recorder.captureFailure(hook);
    if (isTooMuch()) {
      JdbcHooks.letEnd();
      AgentLog.error(
          "capture is switched off: more than " + MAX_PER_MINUTE + " faults within a minute");
      switchOff();
    }
    AgentLog.warnOnce(
        "fault " + hook + thrown.getClass().getName(),
        "a fault of the agent's own in " + hook + ": " + AgentLog.describe(thrown));
  }

  private void switchOff() {
    try {
      AgentThreads.start("switch-off", switchOff);
    } catch (OutOfMemoryError e) {
      switchOff.run(); // no more threads: here, then
    }
  }

  private synchronized boolean isTooMuch() {
    long now = System.nanoTime();
    if (now - windowStartNanos > MINUTE_NANOS) {
      windowStartNanos = now;
      inWindow = 0;
    }
    if (++inWindow <= MAX_PER_MINUTE || offMillis != 0) {
      return false;
    }
    offMillis = System.currentTimeMillis();
    return true;
  }

  /** When capture was switched off, in milliseconds of the epoch; 0 while it is on. */
  synchronized long offMillis() {
    return offMillis;
  }
}
