package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What H2's servers run as stored procedures. */
public final class Procedures {
  private Procedures() {}

  public static void addRow(Connection connection, int id, String name) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into t values (?, ?)")) {
      insert.setInt(1, id);
      insert.setString(2, name);
      insert.executeUpdate();
    }
  }

  /** Rows of the table then. */
  public static int addRowAndCount(Connection connection, int id, String name) throws SQLException {
    addRow(connection, id, name);
    try (PreparedStatement count = connection.prepareStatement("select count(*) from t");
        ResultSet rows = count.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
