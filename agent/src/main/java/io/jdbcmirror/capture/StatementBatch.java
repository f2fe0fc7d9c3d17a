package io.jdbcmirror.capture;

import io.jdbcmirror.capture.SqlTraits.Kind;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What the application has added to a statement's batch and not executed yet. Not thread-safe, as
 * the statement is not.
 */
final class StatementBatch {
  private final CapturedSession session;
  private @Nullable BatchRows rows;

  StatementBatch(CapturedSession session) {
    this.session = session;
  }

  /** An entry of a plain statement. */
  void add(String sql) {
    Kind kind = session.classify(sql).kind();
    if (kind != Kind.ORDINARY && kind != Kind.DDL) {
      rows().taint(Outcome.UNSUPPORTED);
    }
    rows().add(sql);
  }

  /** An entry of a prepared statement. */
  void add(Parameter[] row) {
    rows().add(row);
  }

  /** There is an entry that is not known. */
  void addUnknown(Outcome reason) {
    rows().taint(reason);
  }

  private BatchRows rows() {
    BatchRows begun = rows;
    if (begun == null) {
      begun = session.newBatch();
      rows = begun;
    }
    return begun;
  }

  /** The batch is being executed. */
  void giveTo(ExecuteCall call) {
    BatchRows added = rows;
    if (added != null) {
      call.taint(added.taint());
      call.rows(added.rows());
      call.batchSql(added.sql());
    }
  }

  void clear() {
    BatchRows added = rows;
    if (added != null) {
      added.clear();
    }
  }
}
