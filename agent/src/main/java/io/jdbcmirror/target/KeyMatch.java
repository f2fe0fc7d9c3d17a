package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the columns that the application has read of its generated keys is the one that the
 * target makes: in doubt none. A wrong one would hang rows on the wrong parent.
 */
final class KeyMatch {
  private final Vendor source;
  private final KeyColumn column;
  private final InsertText insert;
  private final @Nullable Object asked;

  /**
   * @param source whose driver has handed out the keys
   */
  KeyMatch(Vendor source, KeyColumn column, InsertText insert, Request request) {
    this.source = source;
    this.column = column;
    this.insert = insert;
    this.asked = request.statement().asksForKeys() ? request.statement().generatedKeys() : null;
  }

  /**
   * The column under which the application has read the keys.
   *
   * @return an index or a label; null if that is not certain
   */
  @Nullable Object columnOf(Map<Object, Long> row) {
    for (Object read : row.keySet()) {
      if (isKey(read)) {
        return read;
      }
    }
    return null;
  }

  /**
   * The keys, in the rows' order.
   *
   * @return null if they are not certain
   */
  long @Nullable [] values(List<Map<Object, Long>> rows) {
    long[] values = new long[rows.size()];
    for (int i = 0; i < values.length; i++) {
      Object read = columnOf(rows.get(i));
      Long value = read == null ? null : rows.get(i).get(read);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }

  private boolean isKey(Object read) {
    return read instanceof String ? isKeyLabel((String) read) : isKeyIndex((Integer) read);
  }

  private boolean isKeyLabel(String label) {
    boolean anyName = asked != null && hasSingleKey();
    return anyName || label.equalsIgnoreCase(column.name());
  }

  /** HSQLDB hands out the columns that are asked for. */
  private boolean hasSingleKey() {
    return source.hasSingleKey() && (source != Vendor.HSQLDB || asked instanceof Integer);
  }

  private boolean isKeyIndex(int index) {
    if (asked == null) {
      return isReturned(index);
    }
    if (hasSingleKey()) {
      return index == 1;
    }
    if (asked instanceof String[]) {
      String[] names = (String[]) asked;
      return index <= names.length && names[index - 1].equalsIgnoreCase(column.name());
    }
    if (asked instanceof int[]) {
      int[] positions = (int[]) asked;
      return index <= positions.length && positions[index - 1] == column.position();
    }
    if (source == Vendor.H2) {
      // Identity columns, those with a default and the primary key, in the table's order
      // (CommandContainer.executeUpdateWithGeneratedKeys).
      return index == 1 && column.isMadeFirst();
    }
    // PostgreSQL hands out all columns, others some of them, in the table's order.
    boolean whole = source == Vendor.POSTGRESQL || index == 1;
    return whole && index == column.position();
  }

  private boolean isReturned(int index) {
    List<String> items = insert.returning();
    if (items.size() == 1 && items.get(0).equals("*")) {
      return index == column.position();
    }
    return index <= items.size()
        && !items.subList(0, index).contains("*")
        && items.get(index - 1).equalsIgnoreCase(column.name());
  }
}
