package io.jdbcmirror.tests.app8;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes a table, fills it in transactions, rolls one back, and prints what is in it.
 *
 * <p>Arguments: URL, user, password. Lives on until its standard input ends.
 */
public final class SmallApp {
  private static final int TRANSACTIONS = 20;

  private SmallApp() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
      createTable(connection);
      connection.setAutoCommit(false);
      for (int i = 1; i <= TRANSACTIONS; i++) {
        insert(connection, i);
        connection.commit();
      }
      insert(connection, TRANSACTIONS + 1);
      connection.rollback();
      connection.setAutoCommit(true);
      System.out.println("rows: " + count(connection));
    }
    while (System.in.read() >= 0) {
      // Only the end of the input counts.
    }
  }

  private static void createTable(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table small (id int primary key, name varchar(40))");
    }
  }

  private static void insert(Connection connection, int id) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into small (id, name) values (?, ?)")) {
      insert.setInt(1, id);
      insert.setString(2, "name " + id);
      insert.executeUpdate();
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from small")) {
      result.next();
      return result.getInt(1);
    }
  }
}
