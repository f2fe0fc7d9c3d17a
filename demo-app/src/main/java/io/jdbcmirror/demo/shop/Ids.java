package io.jdbcmirror.demo.shop;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** The application's own keys. */
final class Ids {
  private Ids() {}

  static UUID next(RandomGenerator random) {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
