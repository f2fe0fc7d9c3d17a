package io.jdbcmirror.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * A count for each constant of an enum. Thread-safe: the map is filled once, only adders change.
 */
final class Tally<E extends Enum<E>> {
  private final Class<E> type;
  private final Map<E, LongAdder> counts;

  Tally(Class<E> type) {
    this.type = type;
    this.counts = new EnumMap<>(type);
    for (E constant : type.getEnumConstants()) {
      counts.put(constant, new LongAdder());
    }
  }

  void add(E constant, long count) {
    LongAdder adder = counts.get(constant);
    if (adder != null) {
      adder.add(count);
    }
  }

  /** A copy, with a value for every constant. */
  Map<E, Long> sums() {
    Map<E, Long> sums = new EnumMap<>(type);
    counts.forEach((constant, count) -> sums.put(constant, count.sum()));
    return sums;
  }
}
