package io.jdbcmirror.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What every server does on its database for one request of HTTP. */
public final class Shop {
  private static final int LINES = 3;

  private Shop() {}

  /**
   * Places an order in a transaction, as a batch too, throws another away, and counts by itself.
   *
   * @return what there is then, for the answer
   */
  public static String order(Connection connection, String customer) throws SQLException {
    connection.setAutoCommit(false);
    insert(connection, customer);
    connection.commit();
    insert(connection, "nobody");
    connection.rollback();
    connection.setAutoCommit(true);
    try (PreparedStatement update =
        connection.prepareStatement("update customer set orders = orders + 1 where name = ?")) {
      update.setString(1, customer);
      update.executeUpdate();
    }
    return summary(connection, customer);
  }

  private static void insert(Connection connection, String customer) throws SQLException {
    try (PreparedStatement order =
            connection.prepareStatement(
                "insert into orders (id, customer) select count(*) + 1, ? from orders");
        PreparedStatement line =
            connection.prepareStatement(
                "insert into line (order_id, item) select count(*), ? from orders")) {
      order.setString(1, customer);
      order.executeUpdate();
      for (int i = 0; i < LINES; i++) {
        line.setString(1, "item " + i);
        line.addBatch();
      }
      line.executeBatch();
    }
  }

  private static String summary(Connection connection, String customer) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select (select count(*) from orders), (select count(*) from line),"
                    + " (select sum(orders) from customer)")) {
      rows.next();
      return customer
          + ": "
          + rows.getInt(1)
          + " orders, "
          + rows.getInt(2)
          + " lines, "
          + rows.getInt(3)
          + " counted";
    }
  }
}
