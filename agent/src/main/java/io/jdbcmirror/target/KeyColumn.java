package io.jdbcmirror.target;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The one column of a table for which the target makes keys. Immutable. */
final class KeyColumn {
  private final String schema;
  private final String table;
  private final String name;
  private final int position;

  KeyColumn(String schema, String table, String name, int position) {
    this.schema = schema;
    this.table = table;
    this.name = name;
    this.position = position;
  }

  /**
   * @param columns of the whole table
   * @return null if there is none, or several
   */
  static @Nullable KeyColumn of(ResultSetMetaData columns) throws SQLException {
    KeyColumn found = null;
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (columns.isAutoIncrement(i)) {
        if (found != null) {
          return null;
        }
        found =
            new KeyColumn(
                columns.getSchemaName(i), columns.getTableName(i), columns.getColumnName(i), i);
      }
    }
    return found;
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
}
