package io.jdbcmirror.traffic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one result of the source, as far as the application has read them: their number and,
 * where values are compared, their checksums. What it does not read is not known.
 *
 * <p>Written by the thread that reads the result; published by {@link SourceResult#complete}.
 */
public final class SourceRows {
  /** Calls on one row; a result that is read by more is compared by its number of rows alone. */
  private static final int MAX_STEPS = 1_000;

  /** Of a result that is not read to its end, so many rows are compared in an unordered one. */
  private static final int KEPT = 64;

  private final boolean ofValues;
  private final RowSums exact;
  private final RowSums loose;
  private List<ReadStep> steps;
  private boolean learning = true;
  private boolean own;
  private boolean irregular;
  private boolean scrolled;
  private boolean ended;
  private boolean onRow;
  private int step;
  private long exactHash;
  private long looseHash;

  /**
   * @param ofValues whether values are compared, too
   * @param likely the steps of the last result of this statement: mostly those of this one as well
   */
  public SourceRows(boolean ofValues, List<ReadStep> likely) {
    this.ofValues = ofValues;
    this.exact = new RowSums(ofValues ? KEPT : 0);
    this.loose = new RowSums(ofValues ? KEPT : 0);
    this.steps = likely;
  }

  public boolean isOfValues() {
    return ofValues;
  }

  /** The application has gone on to the next row. */
  public void row() {
    finishRow();
    onRow = true;
  }

  /** It has read a value of the row it is on, or called a getter that gives no comparable one. */
  public void value(String getter, Object column, @Nullable Class<?> type, @Nullable Object value) {
    if (!onRow || irregular) {
      return;
    }
    follow(getter, column, type);
    step++;
    long hash = CellHash.of(value);
    exactHash = combine(exactHash, hash);
    looseHash =
        combine(looseHash, value instanceof String ? CellHash.ofText((String) value) : hash);
  }

  /** How the hash of a row grows by that of its next value. */
  public static long combine(long row, long cell) {
    return CellHash.mix(row * 31 + cell);
  }

  private void follow(String getter, Object column, @Nullable Class<?> type) {
    if (step < steps.size() && steps.get(step).is(getter, column, type)) {
      return;
    }
    if (!learning || step >= MAX_STEPS) {
      irregular = true;
      return;
    }
    // The first row decides; of what was likely only that holds which was read so far.
    if (!own || step < steps.size()) {
      own = true;
      steps = new ArrayList<>(steps.subList(0, step));
    }
    steps.add(new ReadStep(getter, column, type));
  }

  private void finishRow() {
    if (!onRow) {
      return;
    }
    onRow = false;
    if (learning && step < steps.size()) {
      steps = new ArrayList<>(steps.subList(0, step)); // less than what was likely
    }
    learning = false;
    irregular |= step != steps.size();
    exact.add(exactHash);
    loose.add(looseHash);
    step = 0;
    exactHash = 0;
    looseHash = 0;
  }

  /** It has gone elsewhere than to the next row: what it reads from there on is not followed. */
  public void scroll() {
    scrolled = true;
    onRow = false;
  }

  /**
   * It does not read on.
   *
   * @param atEnd because there are no more rows
   */
  void end(boolean atEnd) {
    finishRow();
    ended = atEnd && !scrolled;
  }

  /** How many rows the application has gone to. */
  public long count() {
    return exact.rows();
  }

  /** Whether it was told that there are no more. */
  public boolean isEnded() {
    return ended;
  }

  /** Whether it has moved otherwise than forward: then even the number of rows is not known. */
  public boolean isScrolled() {
    return scrolled;
  }

  /** Whether each row was read by the same calls. */
  public boolean isRegular() {
    return !irregular;
  }

  /** The calls by which each row was read; not to be changed. */
  public List<ReadStep> steps() {
    return steps;
  }

  /** Of the values as they are. */
  public RowSums exact() {
    return exact;
  }

  /** Of the values with texts as {@link CellHash#ofText(String)} takes them. */
  public RowSums loose() {
    return loose;
  }
}
