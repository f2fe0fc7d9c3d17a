package io.jdbcmirror.http;

import org.jspecify.annotations.Nullable;

/** The mirror's exposure, to look at and to change. Any thread; never blocks and never throws. */
public interface ExposureControl {
  /** The fraction that is set, 0.0 to 1.0; while paused none is mirrored whatever it is. */
  double fraction();

  boolean isPaused();

  /** What the ramp does, in words; null where there is none, or none any more. */
  @Nullable String ramp();

  /**
   * Sets another, 0.0 to 1.0, which a pause outlives and a ramp does not.
   *
   * @return the one before
   */
  double set(double fraction);

  /**
   * @param pause whether new transactions are left out from now on
   * @return whether that is a change
   */
  boolean pause(boolean pause);
}
