package io.jdbcmirror.capture;

import java.sql.BatchUpdateException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Which entries of a batch took effect although it has thrown. */
final class FailedBatch {
  private FailedBatch() {}

  /**
   * The entries with a count that is no {@code EXECUTE_FAILED}; those behind the end of the counts
   * were not executed (JDBC 4.3, 14.1.3).
   *
   * @return indexes from 0; empty if none took effect
   */
  static List<Integer> entriesInEffect(BatchUpdateException thrown, int entries) {
    long[] counts = thrown.getLargeUpdateCounts();
    List<Integer> inEffect = new ArrayList<>();
    for (int i = 0; counts != null && i < counts.length && i < entries; i++) {
      if (counts[i] != Statement.EXECUTE_FAILED) {
        inEffect.add(i);
      }
    }
    return inEffect;
  }

  static <T> List<T> only(List<Integer> indexes, List<T> entries) {
    List<T> kept = new ArrayList<>(indexes.size());
    for (int index : indexes) {
      if (index < entries.size()) {
        kept.add(entries.get(index));
      }
    }
    return kept;
  }
}
