package io.jdbcmirror.tests.program;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rows the open transactions hold. One thread runs all connections, so none may wait for
 * another's lock; and what a transaction has read to write by, no other may change before it ends,
 * since the target sees one after the other (README, Limits).
 */
final class Holds {
  /** What of a table a statement needs to itself. */
  enum Level {
    /** That it stays as it is defined. */
    READ,
    /** One row. */
    KEY,
    /** All rows. */
    ROWS,
    /** The table, definition and all. */
    TABLE
  }

  private record Hold(Object holder, Table table, Level level, int key) {
    boolean excludes(Hold other) {
      if (!table.equals(other.table) || holder.equals(other.holder)) {
        return false;
      }
      Level stronger = level.compareTo(other.level) > 0 ? level : other.level;
      Level weaker = stronger == level ? other.level : level;
      return switch (stronger) {
        case READ -> false;
        case KEY -> weaker == Level.KEY && key == other.key;
        case ROWS -> weaker != Level.READ;
        case TABLE -> true;
      };
    }
  }

  private final List<Hold> holds = new ArrayList<>();

  /** False if another has it, or part of it. */
  boolean take(Object holder, Table table, Level level) {
    return take(new Hold(holder, table, level, 0));
  }

  boolean takeKey(Object holder, Table table, int key) {
    return take(new Hold(holder, table, Level.KEY, key));
  }

  private boolean take(Hold wanted) {
    if (holds.stream().anyMatch(wanted::excludes)) {
      return false;
    }
    return holds.add(wanted);
  }

  void release(Object holder) {
    holds.removeIf(hold -> hold.holder().equals(holder));
  }
}
