package io.jdbcmirror.http;

/** The mirror's exposure, to look at and to change. Any thread; never blocks and never throws. */
public interface ExposureControl {
  /** The fraction that is set, 0.0 to 1.0; while paused none is mirrored whatever it is. */
  double fraction();

  boolean isPaused();

  /**
   * Sets another, 0.0 to 1.0, which a pause outlives.
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
