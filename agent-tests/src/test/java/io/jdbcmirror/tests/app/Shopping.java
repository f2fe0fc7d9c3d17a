package io.jdbcmirror.tests.app;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Ways in which an application asks for rows, and changes them. */
public final class Shopping {
  public static final String SELECT = "select id, name, price from item where id >= ? order by id";
  public static final String UPDATE = "update item set price = price + 1 where id = ?";
  public static final String INSERT = "insert into item (id, name, price) values (?, ?, ?)";

  private Shopping() {}

  /** Reads every row to its end, each value by one getter, by index and by label. */
  public static int readAll(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setInt(1, 0);
      int rows = 0;
      try (ResultSet items = select.executeQuery()) {
        while (items.next()) {
          items.getInt(1);
          items.getString("name");
          items.getBigDecimal(3);
          rows++;
        }
      }
      return rows;
    }
  }

  /** Reads one row and leaves the rest. */
  public static void readFirst(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setInt(1, 1);
      try (ResultSet items = select.executeQuery()) {
        items.next();
        items.getObject("name");
      }
    }
  }

  public static int update(Connection connection, int id) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setInt(1, id);
      return update.executeUpdate();
    }
  }

  public static void insert(Connection connection, int id, String name) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setInt(1, id);
      insert.setString(2, name);
      insert.setBigDecimal(3, new BigDecimal("9.90"));
      insert.executeUpdate();
    }
  }

  public static void insertBatch(Connection connection, int firstId) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int id = firstId; id < firstId + 3; id++) {
        insert.setInt(1, id);
        insert.setString(2, "batch");
        insert.setBigDecimal(3, BigDecimal.ONE);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Reads a row, changes it, and reads it again. */
  public static void changeThroughResult(Connection connection) throws SQLException {
    try (Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
        ResultSet items = statement.executeQuery("select id, name, price from item where id = 1")) {
      items.next();
      items.getString("name");
      items.updateString("name", "changed");
      items.updateRow();
      items.getString("name");
    }
  }

  /** By {@code execute}, then asking what it was. */
  public static void executeAny(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            rows.getString(1);
          }
        }
      } else {
        statement.getUpdateCount();
      }
      statement.getMoreResults();
    }
  }

  /** With {@code setMaxRows}. */
  public static void readAtMost(Connection connection, String query, int limit)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(limit);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          rows.getString(1);
        }
      }
    }
  }
}
