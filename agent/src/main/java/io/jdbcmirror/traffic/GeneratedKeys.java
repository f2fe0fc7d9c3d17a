package io.jdbcmirror.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that the source generated for one request, taken down as the application reads them:
 * they can be read once only, so nobody else may.
 *
 * <p>Thread-safe: the application's thread records until somebody seals; afterwards nothing changes
 * any more, and the mirror reads.
 */
public final class GeneratedKeys {
  private final int maxRows;
  private List<Map<Object, Long>> rows = new ArrayList<>(1);
  private boolean lost;
  private boolean other;
  private boolean sealed;

  /**
   * @param maxRows more than these are not taken down: the keys are then {@link #isUnclear}
   */
  public GeneratedKeys(int maxRows) {
    this.maxRows = maxRows;
  }

  /** The application begins to read, perhaps once more. */
  public synchronized void begin() {
    if (!sealed) {
      rows.clear();
      lost = false;
      other = false;
    }
  }

  /** It has gone on to the next row. */
  public synchronized void row() {
    if (sealed || lost) {
      return;
    }
    if (rows.size() < maxRows) {
      rows.add(Collections.emptyMap());
    } else {
      lose();
    }
  }

  /**
   * It has read a column of the row it is on.
   *
   * @param column an index from 1, or a label
   */
  public synchronized void value(Object column, long value) {
    if (!sealed && !rows.isEmpty()) {
      int last = rows.size() - 1;
      rows.set(last, with(rows.get(last), column, value));
    }
  }

  private static Map<Object, Long> with(Map<Object, Long> row, Object column, long value) {
    if (row.isEmpty()) {
      return Collections.singletonMap(column, value); // the rule, and small
    }
    Map<Object, Long> more = row.size() == 1 ? new LinkedHashMap<>(row) : row;
    more.put(column, value);
    return more;
  }

  /** It has read what is no whole number: perhaps a key all the same. */
  public synchronized void otherValue() {
    other |= !sealed;
  }

  /** It is not to be told to which row it belongs what is read from here on. */
  public synchronized void lose() {
    if (!sealed) {
      lost = true;
      rows.clear();
    }
  }

  /** Nothing is taken down from now on. */
  public synchronized void seal() {
    if (!sealed) {
      sealed = true;
      rows = Collections.unmodifiableList(rows);
    }
  }

  /** Whether something was read that may have been a key, but of which nothing is known. */
  public synchronized boolean isUnclear() {
    return lost || other;
  }

  /**
   * Seals.
   *
   * @return for each row the application went through, in order, the columns it has read, by index
   *     or label; not to be changed
   */
  public synchronized List<Map<Object, Long>> rows() {
    seal();
    return rows;
  }
}
