package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.SessionChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The savepoints of one open transaction, oldest first. Not thread-safe. */
final class Savepoints {
  /** How far the transaction was when the savepoint was set. */
  static final class Mark {
    private final @Nullable Object savepoint;
    private final String name;
    private final int requests;
    private final int count;
    private final long bytes;
    private final List<SessionChange> preamble;
    private final List<SessionChange> lastPreamble;

    /**
     * @param savepoint the driver's object; null for one set by SQL
     * @param name empty for an unnamed one
     * @param preamble the session's changes as they stand
     * @param lastPreamble as they stood at the last request
     */
    Mark(
        @Nullable Object savepoint,
        String name,
        int requests,
        int count,
        long bytes,
        List<SessionChange> preamble,
        List<SessionChange> lastPreamble) {
      this.savepoint = savepoint;
      this.name = name;
      this.requests = requests;
      this.count = count;
      this.bytes = bytes;
      this.preamble = preamble;
      this.lastPreamble = lastPreamble;
    }

    int requests() {
      return requests;
    }

    int count() {
      return count;
    }

    long bytes() {
      return bytes;
    }

    List<SessionChange> lastPreamble() {
      return lastPreamble;
    }

    List<SessionChange> preamble() {
      return preamble;
    }
  }

  private List<Mark> marks = Collections.emptyList();

  void set(Mark mark) {
    if (marks.isEmpty()) {
      marks = new ArrayList<>(2);
    }
    marks.add(mark);
  }

  /** Forgets them all. */
  void clear() {
    marks = Collections.emptyList();
  }

  /**
   * Finds the savepoint and forgets those set after it; it stays itself. Null if it is not known.
   */
  @Nullable Mark rollbackTo(@Nullable Object savepoint, String name) {
    int index = find(savepoint, name);
    if (index < 0) {
      return null;
    }
    marks.subList(index + 1, marks.size()).clear();
    return marks.get(index);
  }

  /** Forgets the savepoint and those set after it. */
  void release(@Nullable Object savepoint, String name) {
    int index = find(savepoint, name);
    if (index >= 0) {
      marks.subList(index, marks.size()).clear();
    }
  }

  private int find(@Nullable Object savepoint, String name) {
    for (int i = marks.size() - 1; i >= 0; i--) {
      Mark mark = marks.get(i);
      boolean sameObject = savepoint != null && mark.savepoint == savepoint;
      boolean sameName = savepoint == null && mark.name.equalsIgnoreCase(name);
      if (sameObject || sameName) {
        return i;
      }
    }
    return -1;
  }
}
