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
  private final WaitingBytes waiting;
  private final long maxBytes;
  private List<Parameter[]> rows = new ArrayList<>();
  private List<String> sql = new ArrayList<>();
  private long bytes;
  private @Nullable Outcome taint;

  /**
   * @param maxBytes of one transaction
   */
  BatchRows(WaitingBytes waiting, long maxBytes) {
    this.waiting = waiting;
    this.maxBytes = maxBytes;
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
    if (taint != null) {
      return false;
    }
    if (bytes + count > maxBytes) {
      taint(Outcome.TRANSACTION_TOO_LARGE);
      return false;
    }
    if (!waiting.reserve(count)) {
      taint(Outcome.QUEUE_BYTES);
      return false;
    }
    bytes += count;
    return true;
  }

  /** The batch as a whole cannot be mirrored; the first reason stays. */
  void taint(Outcome reason) {
    if (taint == null) {
      taint = reason;
      drop();
    }
  }

  @Nullable Outcome taint() {
    return taint;
  }

  List<Parameter[]> rows() {
    return rows;
  }

  List<String> sql() {
    return sql;
  }

  /** The driver's batch is empty again; lists that were handed out stay as they are. */
  void clear() {
    drop();
    taint = null;
  }

  private void drop() {
    waiting.unreserve(bytes);
    bytes = 0;
    rows = new ArrayList<>();
    sql = new ArrayList<>();
  }
}
