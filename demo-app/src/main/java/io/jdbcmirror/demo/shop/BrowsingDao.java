package io.jdbcmirror.demo.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What customers look at. */
final class BrowsingDao {
  void view(Connection connection, UUID id, long customerId, int productId, OffsetDateTime at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO page_view (id, customer_id, product_id, seen_at) VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setLong(2, customerId);
      insert.setInt(3, productId);
      insert.setObject(4, at);
      insert.executeUpdate();
    }
  }

  int countVisit(Connection connection, long customerId, int productId, OffsetDateTime at)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE visit SET views = views + 1, last_product = ?, last_at = ?"
                + " WHERE customer_id = ?")) {
      update.setInt(1, productId);
      update.setObject(2, at);
      update.setLong(3, customerId);
      return update.executeUpdate();
    }
  }

  /**
   * @return how many lines the customer's page of past orders has
   */
  int pastOrders(Connection connection, long customerId) throws SQLException {
    return count(
        connection,
        "SELECT o.id, o.status, o.total, c.name, l.quantity, p.name"
            + " FROM orders o"
            + " JOIN customer c ON c.id = o.customer_id"
            + " JOIN order_line l ON l.order_id = o.id"
            + " JOIN product p ON p.id = l.product_id"
            + " WHERE o.customer_id = ? ORDER BY o.id DESC, l.line_no LIMIT 20",
        customerId);
  }

  /**
   * @return how many products can be proposed to the customer, by what was bought before
   */
  int proposals(Connection connection, long customerId) throws SQLException {
    return count(
        connection,
        "SELECT l.product_id, SUM(l.quantity) AS bought"
            + " FROM orders o JOIN order_line l ON l.order_id = o.id"
            + " WHERE o.customer_id = ?"
            + " GROUP BY l.product_id ORDER BY bought DESC, l.product_id LIMIT 5",
        customerId);
  }

  private static int count(Connection connection, String sql, long customerId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, customerId);
      try (ResultSet rows = query.executeQuery()) {
        int count = 0;
        while (rows.next()) {
          count++;
        }
        return count;
      }
    }
  }
}
