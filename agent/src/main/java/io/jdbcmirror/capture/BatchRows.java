package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code addBatch} has gathered on one statement and no execution has taken yet. Bounded: its
 * bytes count in the queue's byte bound while they wait, and are given back with {@link #clear}.
 *
 * <p>Not thread-safe, as the statement is not; the session clears the batches of its statements
 * when it ends.
 */
final class BatchRows {
  private final BoundedBytes bytes;
  private List<Parameter[]> rows = new ArrayList<>();
  private List<String> sql = new ArrayList<>();

  BatchRows(BoundedBytes bytes) {
    this.bytes = bytes;
  }

  void add(Parameter[] row) {
    if (reserve(Sizes.of(row))) {
      rows.add(row);
    }
  }

  void add(String text) {
    if (reserve(Sizes.of(text))) {
      sql.add(text);
    }
  }

  private boolean reserve(long count) {
    boolean reserved = bytes.reserve(count);
    if (!reserved) {
      drop();
    }
    return reserved;
  }

  /** The batch as a whole cannot be mirrored; the first reason stays. */
  void taint(Outcome reason) {
    bytes.taint(reason);
    drop();
  }

  @Nullable Outcome taint() {
    return bytes.taint();
  }

  List<Parameter[]> rows() {
    return rows;
  }

  List<String> sql() {
    return sql;
  }

  /** The driver's batch is empty again; lists that were handed out stay as they are. */
  void clear() {
    bytes.clear();
    drop();
  }

  private void drop() {
    rows = new ArrayList<>();
    sql = new ArrayList<>();
  }
}
