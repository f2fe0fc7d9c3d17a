package io.jdbcmirror.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Requests by how they compare, of a database or of a digest, at one moment. Immutable. */
public final class ComparisonTotals {
  private final Map<Comparison, Long> counts;

  ComparisonTotals(Map<Comparison, Long> counts) {
    this.counts = new HashMap<>(counts);
  }

  public long verdict(Verdict verdict) {
    return sum(comparison -> comparison.verdict() == verdict);
  }

  public long notCompared(NotCompared reason) {
    return sum(comparison -> comparison.reason() == reason);
  }

  /** Differences of every kind that this explains, or that nothing does. */
  public long differences(Attribution attribution) {
    return sum(comparison -> comparison.attribution() == attribution);
  }

  /**
   * @param verdict one of a difference
   */
  public long differences(Verdict verdict, Attribution attribution) {
    return counts.getOrDefault(Comparison.difference(verdict, attribution), 0L);
  }

  public long differences() {
    return sum(comparison -> comparison.verdict().isDifference());
  }

  private long sum(Predicate<Comparison> which) {
    return counts.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
