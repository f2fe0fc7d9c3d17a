package io.jdbcmirror.demo.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Products and their stock. */
final class ProductDao {
  BigDecimal price(Connection connection, int id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT price FROM product WHERE id = ?")) {
      query.setInt(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBigDecimal(1);
      }
    }
  }

  /**
   * @return false if there is not enough of it
   */
  boolean take(Connection connection, int id, int quantity) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE product SET stock = stock - ? WHERE id = ? AND stock >= ?")) {
      update.setInt(1, quantity);
      update.setInt(2, id);
      update.setInt(3, quantity);
      return update.executeUpdate() == 1;
    }
  }

  int putBack(Connection connection, int id, int quantity) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE product SET stock = stock + ? WHERE id = ?")) {
      update.setInt(1, quantity);
      update.setInt(2, id);
      return update.executeUpdate();
    }
  }

  /** The product that will be sold out first. */
  int scarcest(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT id FROM product ORDER BY stock, id LIMIT 1")) {
      row.next();
      return row.getInt(1);
    }
  }
}
