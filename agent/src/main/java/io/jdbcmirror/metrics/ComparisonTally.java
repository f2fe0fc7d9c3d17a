package io.jdbcmirror.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** A count for each comparison that occurred. Thread-safe. */
final class ComparisonTally {
  private final ConcurrentMap<Comparison, LongAdder> counts = new ConcurrentHashMap<>();

  void add(Comparison comparison) {
    counts.computeIfAbsent(comparison, first -> new LongAdder()).increment();
  }

  ComparisonTotals totals() {
    Map<Comparison, Long> sums = new HashMap<>();
    counts.forEach((comparison, count) -> sums.put(comparison, count.sum()));
    return new ComparisonTotals(sums);
  }
}
