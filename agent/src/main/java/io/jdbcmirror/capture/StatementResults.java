package io.jdbcmirror.capture;

import io.jdbcmirror.config.CompareResults;
import io.jdbcmirror.traffic.ReadStep;
import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.SourceRows;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement's last execution has answered, taken down as the application looks at it. Not
 * thread-safe, as the statement is not.
 */
final class StatementResults {
  private final CapturedSession session;
  private final CompareResults compared;
  private @Nullable SourceResult last;
  private List<ReadStep> likely = Collections.emptyList();

  StatementResults(CapturedSession session, CompareResults compared) {
    this.session = session;
    this.compared = compared;
  }

  /** Whether nothing is known of an execution. */
  boolean isEmpty() {
    return last == null;
  }

  /** Whether the last execution's answer is still looked at. */
  boolean areFollowed() {
    SourceResult result = last;
    return result != null && !result.isComplete();
  }

  /** An execution whose content is wanted begins. */
  void take(ExecuteCall begun) {
    if (compared != CompareResults.OFF) {
      SourceResult result = new SourceResult();
      begun.recordResult(result, compared == CompareResults.CHECKSUM);
      last = result;
    }
  }

  /** The application goes on to something else: what it has not read by now it does not read. */
  void goOn() {
    SourceResult result = last;
    if (result != null) {
      last = null;
      result.complete();
      List<ReadStep> steps = result.steps();
      likely = steps.isEmpty() ? likely : steps;
    }
  }

  /** The execution has returned this, boxed. */
  void returned(@Nullable Object value) {
    SourceResult result = last;
    if (result == null || value == null) {
      return;
    }
    if (value instanceof Number) {
      result.updateCount(((Number) value).longValue());
    } else if (value instanceof int[]) {
      result.batchCounts(widened((int[]) value));
    } else if (value instanceof long[]) {
      result.batchCounts(((long[]) value).clone());
    }
  }

  private static long[] widened(int[] counts) {
    long[] wide = new long[counts.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = counts[i];
    }
    return wide;
  }

  void updateCount(long count) {
    SourceResult result = last;
    if (result != null && count >= 0) {
      result.updateCount(count);
    }
  }

  /**
   * @param state what hangs on the result set already
   * @return what is to hang on it; null if its reading is not followed
   */
  @Nullable RowReading reading(@Nullable Object state) {
    SourceResult result = last;
    if (result == null) {
      return null;
    }
    if (state instanceof RowReading && ((RowReading) state).isOf(result)) {
      return (RowReading) state;
    }
    SourceRows rows = result.rows(compared == CompareResults.CHECKSUM, likely);
    return rows == null ? null : new RowReading(session, result, rows);
  }

  /** A fault of the agent's own. */
  void lose() {
    SourceResult result = last;
    last = null;
    if (result != null) {
      result.lose();
    }
  }
}
