package io.jdbcmirror.tests.app;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Work whose answers differ, or cannot be compared, each for a reason of its own. */
public final class Differing {
  /** Held results of queries of such a text exceed, all together, what may wait. */
  private static final int HELD = 5;

  private static final int LONG_TEXT = 1_900_000;

  private Differing() {}

  /** Each statement on one new connection, which nothing has gone wrong on before. */
  public static void run(Scene scene, String... statements) throws SQLException {
    try (Connection connection = scene.connect()) {
      for (String sql : statements) {
        Shopping.executeAny(connection, sql);
      }
    }
  }

  /** All in one transaction. */
  public static void commit(Scene scene, String... statements) throws SQLException {
    try (Connection connection = scene.connect()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        Shopping.executeAny(connection, sql);
      }
      connection.commit();
    }
  }

  /** A value whose class is the application's own, which the agent does not touch. */
  public static void bindOwnNumber(Scene scene, String insert) throws SQLException {
    try (Connection connection = scene.connect();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setBigDecimal(1, new OwnNumber("3"));
      statement.executeUpdate();
    }
  }

  /** Reads in a transaction that commits only after another session has changed what was read. */
  public static void readBeforeOther(Scene scene, String query, String change) throws SQLException {
    try (Connection reader = scene.connect()) {
      reader.setAutoCommit(false);
      Shopping.executeAny(reader, query);
      run(scene, change);
      reader.commit();
    }
  }

  /** Reads so many rows, and leaves the others. */
  public static void readSome(Scene scene, String query, int count) throws SQLException {
    try (Connection connection = scene.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      for (int i = 0; i < count && rows.next(); i++) {
        rows.getInt(1);
      }
    }
  }

  /** Goes to the last row at once. */
  public static void readLast(Scene scene, String query) throws SQLException {
    try (Connection connection = scene.connect();
        Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet rows = statement.executeQuery(query)) {
      rows.last();
      rows.getInt(1);
    }
  }

  /** Leaves results open, unread, whose transactions hold more than may wait to be compared. */
  public static void holdUnread(Scene scene, String query) throws SQLException {
    String text = "x".repeat(LONG_TEXT);
    for (int i = 0; i < HELD; i++) {
      PreparedStatement statement = scene.connection("held").prepareStatement(query);
      statement.setString(1, text);
      scene.keep("held" + i, statement.executeQuery());
    }
  }

  private static final class OwnNumber extends BigDecimal {
    private static final long serialVersionUID = 1;

    OwnNumber(String text) {
      super(text);
    }
  }
}
