package io.jdbcmirror.demo.shop;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** What the service did, as it would log it. */
final class Tally {
  final LongAdder orders = new LongAdder();
  final LongAdder cancelled = new LongAdder();
  final LongAdder rejected = new LongAdder();
  final LongAdder reads = new LongAdder();
  final LongAdder registered = new LongAdder();
  final LongAdder duplicates = new LongAdder();
  final LongAdder conflicts = new LongAdder();
  final LongAdder errors = new LongAdder();

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d orders, %,d cancelled, %,d rejected, %,d pages, %,d registered, %,d duplicates,"
            + " %,d conflicts, %,d errors",
        orders.sum(),
        cancelled.sum(),
        rejected.sum(),
        reads.sum(),
        registered.sum(),
        duplicates.sum(),
        conflicts.sum(),
        errors.sum());
  }
}
