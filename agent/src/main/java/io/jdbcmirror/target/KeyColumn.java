package io.jdbcmirror.target;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one column of a table for which the target makes keys. Immutable. */
final class KeyColumn {
  private final String schema;
  private final String table;
  private final String name;
  private final int position;
  private final boolean madeFirst;

  KeyColumn(String schema, String table, String name, int position, boolean madeFirst) {
    this.schema = schema;
    this.table = table;
    this.name = name;
    this.position = position;
    this.madeFirst = madeFirst;
  }

  /**
   * @param columns of the whole table
   * @return null if there is none, or several
   */
  static @Nullable KeyColumn of(ResultSetMetaData columns, DatabaseMetaData database)
      throws SQLException {
    int position = 0;
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (columns.isAutoIncrement(i)) {
        if (position != 0) {
          return null;
        }
        position = i;
      }
    }
    return position == 0 ? null : at(position, columns, database);
  }

  private static KeyColumn at(int position, ResultSetMetaData columns, DatabaseMetaData database)
      throws SQLException {
    String schema = columns.getSchemaName(position);
    String table = columns.getTableName(position);
    Set<String> before = new HashSet<>();
    for (int i = 1; i < position; i++) {
      before.add(columns.getColumnName(i));
    }
    return new KeyColumn(
        schema,
        table,
        columns.getColumnName(position),
        position,
        !anyMade(before, database, schema.isEmpty() ? null : schema, table));
  }

  /** Whether one of them has a default or is part of the primary key. */
  private static boolean anyMade(
      Set<String> columns, DatabaseMetaData database, @Nullable String schema, String table)
      throws SQLException {
    if (columns.isEmpty()) {
      return false;
    }
    Set<String> plain = new HashSet<>();
    try (ResultSet row = database.getColumns(null, schema, table, null)) {
      while (row.next()) {
        if (row.getString("TABLE_NAME").equals(table) && row.getString("COLUMN_DEF") == null) {
          plain.add(row.getString("COLUMN_NAME"));
        }
      }
    }
    try (ResultSet row = database.getPrimaryKeys(null, schema, table)) {
      while (row.next()) {
        plain.remove(row.getString("COLUMN_NAME"));
      }
    }
    return !plain.containsAll(columns);
  }

  String schema() {
    return schema;
  }

  String table() {
    return table;
  }

  String name() {
    return name;
  }

  /** From 1. */
  int position() {
    return position;
  }

  /** Whether no column before it has a default or is part of the primary key. */
  boolean isMadeFirst() {
    return madeFirst;
  }
}
