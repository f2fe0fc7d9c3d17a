package io.jdbcmirror.demo.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Customers and what they have spent. */
final class CustomerDao {
  /**
   * @throws SQLException a unique violation if the address is taken
   */
  int register(Connection connection, long id, String email, String name, OffsetDateTime at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO customer"
                + " (id, email, name, confirmed, orders_placed, spent, registered_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, id);
      insert.setString(2, email);
      insert.setString(3, name);
      insert.setBoolean(4, false);
      insert.setInt(5, 0);
      insert.setBigDecimal(6, BigDecimal.ZERO);
      insert.setObject(7, at);
      return insert.executeUpdate();
    }
  }

  /** Books an order, or a cancelled one with negative figures. */
  void book(Connection connection, long id, int orders, BigDecimal amount) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE customer SET orders_placed = orders_placed + ?, spent = spent + ?"
                + " WHERE id = ?")) {
      update.setInt(1, orders);
      update.setBigDecimal(2, amount);
      update.setLong(3, id);
      update.executeUpdate();
    }
  }
}
