package io.jdbcmirror.target;

import java.util.List;
import java.util.Set;

/** What the text of an {@code INSERT} says of the rows it makes. Immutable. */
final class InsertText {
  /** {@link #tuples()} where the text does not tell. */
  static final int UNKNOWN = 0;

  private final String table;
  private final List<String> columns;
  private final int tuples;
  private final Set<Integer> defaulted;
  private final List<String> returning;

  InsertText(
      String table,
      List<String> columns,
      int tuples,
      Set<Integer> defaulted,
      List<String> returning) {
    this.table = table;
    this.columns = columns;
    this.tuples = tuples;
    this.defaulted = defaulted;
    this.returning = returning;
  }

  /** The table's name as it is written, with schema and quotes. */
  String table() {
    return table;
  }

  /** How many rows of {@code VALUES} there are, or {@link #UNKNOWN}. */
  int tuples() {
    return tuples;
  }

  /**
   * Whether the database makes the value of a column: it is not named, or given as {@code DEFAULT}
   * or {@code NULL} in every row.
   *
   * @param position of the column in the table, from 1
   */
  boolean leavesOut(String column, int position) {
    if (columns.isEmpty() && tuples == UNKNOWN) {
      return false;
    }
    int place = place(column, position);
    return place == 0 || defaulted.contains(place);
  }

  /**
   * Where in a row of {@code VALUES} a column has its value, from 1; 0 if it has none.
   *
   * @param position of the column in the table, from 1
   */
  int place(String column, int position) {
    if (columns.isEmpty()) {
      return position;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(column)) {
        return i + 1;
      }
    }
    return 0;
  }

  boolean listsColumns() {
    return !columns.isEmpty();
  }

  /** The same insert, whose rows are handed out by what stands around it. */
  InsertText returning(List<String> items) {
    return new InsertText(table, columns, tuples, defaulted, items);
  }

  /** What {@code RETURNING} lists: names, {@code *}, and nothing for what is neither. */
  List<String> returning() {
    return returning;
  }
}
