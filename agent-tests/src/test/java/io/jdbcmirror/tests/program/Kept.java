package io.jdbcmirror.tests.program;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * A prepared insert that is kept for later use.
 *
 * @param columns behind the key and the group
 * @param keys the key bound last, and those of the rows in its batch
 */
record Kept(PreparedStatement statement, Table table, List<Column> columns, List<Integer> keys) {
  Kept(PreparedStatement statement, Table table, List<Column> columns) {
    this(statement, table, List.copyOf(columns), new ArrayList<>());
  }

  static String sql(Table table, List<Column> columns) {
    StringBuilder sql = new StringBuilder("insert into " + table + " (id, grp");
    columns.forEach(column -> sql.append(", ").append(column.name()));
    return sql + ") values (?, ?" + ", ?".repeat(columns.size()) + ")";
  }
}
