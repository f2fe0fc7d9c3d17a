package io.jdbcmirror.capture;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides which transactions are mirrored; may be changed while the application runs. A connection
 * has rolled for its next transaction when its last one ended: a change holds for the one after
 * that. Thread-safe.
 */
public final class Exposure {
  /** All that a roll reads; 0 while paused. */
  private volatile double rolled;

  private double fraction; // guarded by this
  private boolean paused; // guarded by this

  /**
   * @param fraction 0.0 to 1.0
   */
  public Exposure(double fraction) {
    this.fraction = fraction;
    this.rolled = fraction;
  }

  /** The roll for one transaction. */
  boolean roll() {
    double chance = rolled;
    return chance >= 1.0 || (chance > 0.0 && ThreadLocalRandom.current().nextDouble() < chance);
  }

  /** What holds now: 0 while paused. */
  public double current() {
    return rolled;
  }

  /** What is set: it holds unless paused. */
  public synchronized double fraction() {
    return fraction;
  }

  public synchronized boolean isPaused() {
    return paused;
  }

  /**
   * Sets another, which holds at once or, while paused, from the end of the pause.
   *
   * @param newFraction 0.0 to 1.0
   * @return the one before
   */
  public synchronized double set(double newFraction) {
    double before = fraction;
    fraction = newFraction;
    apply();
    return before;
  }

  /**
   * @param pause whether no more transactions are to be chosen
   * @return whether that is a change
   */
  public synchronized boolean pause(boolean pause) {
    boolean changed = paused != pause;
    paused = pause;
    apply();
    return changed;
  }

  private synchronized void apply() {
    rolled = paused ? 0.0 : fraction;
  }
}
