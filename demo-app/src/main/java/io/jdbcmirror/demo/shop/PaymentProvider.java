package io.jdbcmirror.demo.shop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Stands for a remote service that is asked while the order's transaction is open. */
final class PaymentProvider {
  private PaymentProvider() {}

  /**
   * Takes one to four milliseconds.
   *
   * @throws OrderRejected if the card is not accepted
   */
  static void charge(RandomGenerator random, boolean accepted) {
    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(1_000, 4_000)));
    if (!accepted) {
      throw new OrderRejected("payment refused");
    }
  }
}
