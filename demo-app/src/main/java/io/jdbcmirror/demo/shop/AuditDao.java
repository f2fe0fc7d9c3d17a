package io.jdbcmirror.demo.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to each order. */
final class AuditDao {
  /** One entry of an order's history. */
  record Entry(UUID id, String event, @Nullable String detail) {}

  void insert(Connection connection, long orderId, OffsetDateTime at, List<Entry> entries)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO audit (id, order_id, event, detail, happened_at)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      for (Entry entry : entries) {
        insert.setObject(1, entry.id());
        insert.setLong(2, orderId);
        insert.setString(3, entry.event());
        setDetail(insert, entry.detail());
        insert.setObject(5, at);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void setDetail(PreparedStatement insert, @Nullable String detail)
      throws SQLException {
    if (detail == null) {
      insert.setNull(4, Types.VARCHAR);
    } else {
      insert.setString(4, detail);
    }
  }
}
