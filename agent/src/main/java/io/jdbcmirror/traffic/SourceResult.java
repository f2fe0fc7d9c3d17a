package io.jdbcmirror.traffic;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the source has answered to one request: what its execute call returned and what the
 * application has read since. Of several results the first counts.
 *
 * <p>Written by the application's thread until it is complete, which may be after the request's
 * transaction was applied; read by the mirror only then.
 */
public final class SourceResult {
  /** What is known of the answer. */
  public enum Kind {
    /** Nothing: the application has not looked. */
    UNKNOWN,
    UPDATE_COUNT,
    BATCH_COUNTS,
    ROWS,
    /** The application has looked, but the agent has not seen what at. */
    LOST
  }

  private static final long[] NONE = {};

  private Kind kind = Kind.UNKNOWN;
  private long[] counts = NONE;
  private @Nullable SourceRows rows;
  private volatile boolean complete;

  /** The number of rows changed; completes. */
  public void updateCount(long count) {
    counts(Kind.UPDATE_COUNT, new long[] {count});
  }

  /**
   * One for each entry of a batch; completes.
   *
   * @param each kept
   */
  public void batchCounts(long[] each) {
    counts(Kind.BATCH_COUNTS, each);
  }

  private void counts(Kind ofCounts, long[] each) {
    if (!complete) {
      kind = ofCounts;
      counts = each;
      complete = true;
    }
  }

  /**
   * The application has got the first result's rows.
   *
   * @return where it is taken down what it reads; null if that is no more wanted
   */
  public @Nullable SourceRows rows(boolean ofValues, List<ReadStep> likely) {
    if (complete) {
      return null;
    }
    SourceRows known = rows;
    if (known == null) {
      kind = Kind.ROWS;
      known = new SourceRows(ofValues, likely);
      rows = known;
    }
    return known;
  }

  /** The application does not read on, since there are no more rows. */
  public void ended() {
    complete(true);
  }

  /** It has closed the result, or goes on without it. */
  public void complete() {
    complete(false);
  }

  private void complete(boolean atEnd) {
    if (complete) {
      return;
    }
    SourceRows read = rows;
    if (read != null) {
      read.end(atEnd);
    }
    complete = true;
  }

  /** What the application has read, or the agent has seen of it, is not known any more. */
  public void lose() {
    if (!complete) {
      kind = Kind.LOST;
      rows = null;
      complete = true;
    }
  }

  /** Nothing is added any more. All below may be asked only then. */
  public boolean isComplete() {
    return complete;
  }

  public Kind kind() {
    return kind;
  }

  /** Of an update one, of a batch one for each entry; empty else. Not to be changed. */
  public long[] counts() {
    return counts;
  }

  /** Null unless the kind is ROWS. */
  public @Nullable SourceRows rows() {
    return rows;
  }

  /** The calls by which each of its rows was read; none where that is not known. */
  public List<ReadStep> steps() {
    SourceRows read = rows;
    return read == null ? Collections.emptyList() : read.steps();
  }
}
