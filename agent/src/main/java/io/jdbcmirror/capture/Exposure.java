package io.jdbcmirror.capture;

import java.util.concurrent.ThreadLocalRandom;

/** Decides which transactions are mirrored. Thread-safe. */
final class Exposure {
  private final double fraction;

  /**
   * @param fraction 0.0 to 1.0
   */
  Exposure(double fraction) {
    this.fraction = fraction;
  }

  /** The roll for one transaction. */
  boolean roll() {
    return fraction >= 1.0
        || (fraction > 0.0 && ThreadLocalRandom.current().nextDouble() < fraction);
  }
}
