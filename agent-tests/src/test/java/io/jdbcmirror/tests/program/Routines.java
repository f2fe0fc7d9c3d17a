package io.jdbcmirror.tests.program;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What H2's servers run as stored procedures of programs. */
public final class Routines {
  private Routines() {}

  /** Returns the group. */
  public static int addRowFor(Connection connection, String table, int id, int grp)
      throws SQLException {
    addRowTo(connection, table, id, grp);
    return grp;
  }

  public static void addRowTo(Connection connection, String table, int id, int grp)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + table + " (id, grp) values (?, ?)")) {
      insert.setInt(1, id);
      insert.setInt(2, grp);
      insert.executeUpdate();
    }
  }
}
