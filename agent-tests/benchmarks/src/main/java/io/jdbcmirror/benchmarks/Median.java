package io.jdbcmirror.benchmarks;

import java.util.List;

/** The middle of what was measured: one disturbed round does not move it. */
public final class Median {
  private Median() {}

  /**
   * @throws IllegalArgumentException if there is none
   */
  public static double of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
