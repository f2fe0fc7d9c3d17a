package io.jdbcmirror.demo.compare;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks a database which tables its current schema has. */
public final class Tables {
  private static final String[] TYPES = {"TABLE", "BASE TABLE"};

  private Tables() {}

  public static List<Table> of(Connection connection) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "%", TYPES)) {
      while (rows.next()) {
        tables.add(describe(connection, rows.getString("TABLE_NAME")));
      }
    }
    return tables;
  }

  private static Table describe(Connection connection, String name) throws SQLException {
    List<String> key = key(connection, name);
    if (key.isEmpty()) {
      throw new SQLException("table " + name + " has no primary key to compare its rows by");
    }
    return new Table(name, columns(connection, name), key);
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String pattern = table.replace("_", metaData.getSearchStringEscape() + "_");
    List<String> columns = new ArrayList<>();
    try (ResultSet rows =
        metaData.getColumns(connection.getCatalog(), connection.getSchema(), pattern, "%")) {
      while (rows.next()) {
        columns.add(rows.getString("COLUMN_NAME"));
      }
    }
    return columns;
  }

  private static List<String> key(Connection connection, String table) throws SQLException {
    SortedMap<Integer, String> key = new TreeMap<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (rows.next()) {
        key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(key.values());
  }
}
