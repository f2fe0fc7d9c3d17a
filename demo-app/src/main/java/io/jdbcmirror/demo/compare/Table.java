package io.jdbcmirror.demo.compare;

import java.util.List;

/** A table as its database describes it: the columns in order, and which of them are the key. */
public record Table(String name, List<String> columns, List<String> key) {
  public Table {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** The same table, as if it did not have that column. */
  public Table without(String column) {
    List<String> others = columns.stream().filter(name -> !name.equalsIgnoreCase(column)).toList();
    return new Table(name, others, key);
  }
}
