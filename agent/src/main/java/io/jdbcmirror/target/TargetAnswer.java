package io.jdbcmirror.target;

import io.jdbcmirror.traffic.ReadStep;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SourceResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the target answers to one request, taken down to be compared with what the source has
 * answered: its counts, or the rows of its first result, read by the calls that the application
 * makes. Belongs to one mirror thread.
 */
public final class TargetAnswer {
  private static final long[] NONE = {};

  private final boolean wanted;
  private final List<ReadStep> steps;
  private long[] counts = NONE;
  private boolean counted;
  private @Nullable TargetRows rows;
  private long nanos;
  private boolean together;

  /**
   * @param likely how the statement's results are read, for one that the application has not
   *     finished reading
   */
  public TargetAnswer(Request request, List<ReadStep> likely) {
    SourceResult result = request.result();
    this.wanted = result != null;
    this.steps = result != null && result.isComplete() ? result.steps() : likely;
  }

  /** Of an update, or of one entry of a batch. */
  void count(long count) {
    counts(new long[] {count});
  }

  /** Of a batch, or of its next part. */
  void counts(long[] more) {
    counted = true;
    long[] all = Arrays.copyOf(counts, counts.length + more.length);
    System.arraycopy(more, 0, all, counts.length, more.length);
    counts = all;
  }

  void counts(int[] more) {
    counts(Arrays.stream(more).asLongStream().toArray());
  }

  /** Whether somebody wants to know: asking a driver for more may cost something. */
  boolean isWanted() {
    return wanted;
  }

  /**
   * Reads the first result, within bounds.
   *
   * @return false if rows are left
   */
  boolean read(ResultSet result) throws SQLException {
    TargetRows read = new TargetRows(steps);
    boolean atEnd = read.readAll(result);
    rows = read;
    return atEnd;
  }

  void took(long moreNanos) {
    nanos += moreNanos;
  }

  /** Of one that was sent in a batch with others: it has no time of its own. */
  void countTogether(long count) {
    together = true;
    count(count);
  }

  /** Whether it was sent in a batch with others. */
  public boolean isTogether() {
    return together;
  }

  /** How long the database took, in nanoseconds; 0 for what was sent in a batch with others. */
  public long nanos() {
    return nanos;
  }

  /** Whether it has brought counts. */
  public boolean isCounted() {
    return counted;
  }

  /** Of an update one, of a batch one for each entry. Not to be changed. */
  public long[] counts() {
    return counts;
  }

  /** Null if it has brought none, or they were not read. */
  public @Nullable TargetRows rows() {
    return rows;
  }
}
