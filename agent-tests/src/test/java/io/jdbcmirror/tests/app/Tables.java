package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads tables where only the application itself can: databases that live in its process. */
public final class Tables {
  private Tables() {}

  /** Every row of the tables as text, with its table's name, in whatever order within a table. */
  public static ArrayList<String> read(Connection connection, String... tables)
      throws SQLException {
    ArrayList<String> all = new ArrayList<>();
    for (String table : tables) {
      all.addAll(rows(connection, table));
    }
    return all;
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select * from " + table)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder(table);
        for (int i = 1; i <= columns; i++) {
          row.append('|').append(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    rows.sort(null);
    return rows;
  }
}
