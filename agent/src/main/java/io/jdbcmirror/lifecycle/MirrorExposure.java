package io.jdbcmirror.lifecycle;

import io.jdbcmirror.capture.Exposure;
import io.jdbcmirror.capture.ExposureRamp;
import io.jdbcmirror.http.ExposureControl;
import org.jspecify.annotations.Nullable;

/** Capture's exposure, as the metrics server shows and changes it. Thread-safe. */
final class MirrorExposure implements ExposureControl {
  private final Exposure exposure;
  private final @Nullable ExposureRamp ramp;
  private volatile long changedMillis;

  /**
   * @param ramp that changes the exposure, if there is one
   */
  MirrorExposure(Exposure exposure, @Nullable ExposureRamp ramp) {
    this.exposure = exposure;
    this.ramp = ramp;
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
  public @Nullable String ramp() {
    return ramp == null ? null : ramp.state();
  }

  @Override
  public double set(double fraction) {
    if (ramp != null) {
      ramp.end();
    }
    return exposure.set(fraction);
  }

  @Override
  public synchronized boolean pause(boolean pause) {
    if (exposure.isPaused() != pause) {
      changedMillis = System.currentTimeMillis(); // before anybody can see the change
    }
    return exposure.pause(pause);
  }

  /** When a pause last began or ended, in milliseconds of the epoch; 0 if there was none. */
  long changedMillis() {
    return changedMillis;
  }
}
