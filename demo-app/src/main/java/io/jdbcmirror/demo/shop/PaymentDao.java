package io.jdbcmirror.demo.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Payments and the vouchers that made them smaller. */
final class PaymentDao {
  void insert(
      Connection connection,
      UUID id,
      long orderId,
      BigDecimal amount,
      byte[] receipt,
      OffsetDateTime at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO payment (id, order_id, amount, receipt, paid_at)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setLong(2, orderId);
      insert.setBigDecimal(3, amount);
      insert.setBytes(4, receipt);
      insert.setTimestamp(5, Timestamp.from(at.toInstant()));
      insert.executeUpdate();
    }
  }

  /**
   * @throws SQLException a unique violation if the voucher was used before
   */
  void redeem(Connection connection, String voucher, long orderId) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO voucher_use (code, order_id) VALUES (?, ?)")) {
      insert.setString(1, voucher);
      insert.setLong(2, orderId);
      insert.executeUpdate();
    }
  }
}
