package io.jdbcmirror.lifecycle;

import io.jdbcmirror.capture.Exposure;
import io.jdbcmirror.http.ExposureControl;

/** Capture's exposure, as the metrics server shows and changes it. Thread-safe. */
final class MirrorExposure implements ExposureControl {
  private final Exposure exposure;
  private volatile long pausedMillis;

  MirrorExposure(Exposure exposure) {
    this.exposure = exposure;
  }

  @Override
  public double fraction() {
    return exposure.fraction();
  }

  @Override
  public boolean isPaused() {
    return exposure.isPaused();
  }

  @Override
  public double set(double fraction) {
    return exposure.set(fraction);
  }

  @Override
  public synchronized boolean pause(boolean pause) {
    boolean changed = exposure.pause(pause);
    if (changed && pause) {
      pausedMillis = System.currentTimeMillis();
    }
    return changed;
  }

  /** When the last pause began, in milliseconds of the epoch. */
  long pausedMillis() {
    return pausedMillis;
  }
}
