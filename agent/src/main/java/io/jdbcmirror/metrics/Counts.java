package io.jdbcmirror.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A count for each of the first so many keys; further ones are counted under another, which each
 * key names. Not thread-safe.
 */
final class Counts<K> {
  private final Map<K, Long> counts = new HashMap<>(4);
  private final int max;
  private final UnaryOperator<K> otherwise;

  /**
   * @param otherwise where a key is counted for which there is no room; few keys in all
   */
  Counts(int max, UnaryOperator<K> otherwise) {
    this.max = max;
    this.otherwise = otherwise;
  }

  void add(K key, long count) {
    boolean fits = counts.size() < max || counts.containsKey(key);
    counts.merge(fits ? key : otherwise.apply(key), count, Long::sum);
  }

  void addAll(Counts<K> others) {
    others.counts.forEach(this::add);
  }

  Map<K, Long> copy() {
    return new HashMap<>(counts);
  }
}
