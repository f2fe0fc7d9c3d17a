package io.jdbcmirror.demo.shop;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator;

/** The last orders of all shoppers, among which some are cancelled. Thread-safe. */
final class RecentOrders {
  private static final int SIZE = 64;

  private final AtomicLongArray ids = new AtomicLongArray(SIZE);
  private final AtomicLong added = new AtomicLong();

  void add(long id) {
    ids.set((int) (added.getAndIncrement() % SIZE), id);
  }

  /**
   * @return 0 if there is none yet
   */
  long any(RandomGenerator random) {
    return ids.get(random.nextInt(SIZE));
  }
}
