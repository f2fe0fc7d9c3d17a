package io.jdbcmirror.demo.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders and their lines. */
final class OrderDao {
  /**
   * A new order, whose number the database makes.
   *
   * @return with its number
   */
  Order insert(
      Connection connection,
      long customerId,
      BigDecimal total,
      @Nullable String note,
      OffsetDateTime at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO orders (customer_id, status, total, note, created_at)"
                + " VALUES (?, ?, ?, ?, ?)",
            Statement.RETURN_GENERATED_KEYS)) {
      insert.setLong(1, customerId);
      insert.setString(2, Order.PLACED);
      insert.setBigDecimal(3, total);
      insert.setString(4, note);
      insert.setObject(5, at);
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return new Order(key.getLong("id"), customerId, Order.PLACED, total, note);
      }
    }
  }

  void insertLines(Connection connection, long orderId, List<OrderLine> lines) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO order_line (order_id, line_no, product_id, quantity, price)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setLong(1, orderId);
      for (int i = 0; i < lines.size(); i++) {
        OrderLine line = lines.get(i);
        insert.setShort(2, (short) (i + 1));
        insert.setInt(3, line.productId());
        insert.setInt(4, line.quantity());
        insert.setBigDecimal(5, line.price());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  void changeTotal(Connection connection, long id, BigDecimal total) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE orders SET total = ? WHERE id = ?")) {
      update.setBigDecimal(1, total);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  void changeStatus(Connection connection, long id, String status) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE orders SET status = ? WHERE id = ?")) {
      update.setString(1, status);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  /**
   * @return null if there is no such order
   */
  @Nullable Order lock(Connection connection, long id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT customer_id, status, total, note FROM orders WHERE id = ? FOR UPDATE")) {
      query.setLong(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new Order(
                id, row.getLong(1), row.getString(2), row.getBigDecimal(3), row.getString(4))
            : null;
      }
    }
  }

  /** An order's lines in the order in which products are locked. */
  List<OrderLine> lines(Connection connection, long orderId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT product_id, quantity, price FROM order_line"
                + " WHERE order_id = ? ORDER BY product_id")) {
      query.setLong(1, orderId);
      try (ResultSet rows = query.executeQuery()) {
        List<OrderLine> lines = new ArrayList<>();
        while (rows.next()) {
          lines.add(new OrderLine(rows.getInt(1), rows.getInt(2), rows.getBigDecimal(3)));
        }
        return lines;
      }
    }
  }
}
