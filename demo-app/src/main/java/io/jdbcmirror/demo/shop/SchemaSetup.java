package io.jdbcmirror.demo.shop;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Creates the shop's tables and the rows it opens with; twice the same, wherever it is run. */
public final class SchemaSetup {
  private static final OffsetDateTime OPENING = OffsetDateTime.parse("2026-01-01T00:00:00Z");

  private SchemaSetup() {}

  /** Leaves the connection open, and in autocommit mode. */
  public static void run(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    createTables(connection);
    insertProducts(connection);
    insertCustomers(connection);
    insertVisits(connection);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void createTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String ddl : schema().split(";", -1)) {
        statement.execute(ddl);
      }
    }
  }

  private static String schema() {
    try (InputStream file = SchemaSetup.class.getResourceAsStream("schema.sql")) {
      if (file == null) {
        throw new IllegalStateException("schema.sql is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("schema.sql cannot be read", unreadable);
    }
  }

  private static void insertProducts(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO product (id, name, price, stock) VALUES (?, ?, ?, ?)")) {
      for (int id = 1; id <= Catalog.GIFT; id++) {
        insert.setInt(1, id);
        insert.setString(2, "Product " + id);
        insert.setBigDecimal(3, Catalog.price(id));
        insert.setInt(4, Catalog.STOCK);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void insertCustomers(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      for (int id = 1; id <= Catalog.CUSTOMERS; id++) {
        insert.setLong(1, id);
        insert.setString(2, String.format(Locale.ROOT, "customer%d@shop.example", id));
        insert.setString(3, "Customer " + id);
        insert.setBoolean(4, true);
        insert.setInt(5, 0);
        insert.setBigDecimal(6, BigDecimal.ZERO);
        insert.setObject(7, OPENING);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void insertVisits(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO visit (customer_id, views) VALUES (?, 0)")) {
      for (int id = 1; id <= Catalog.CUSTOMERS; id++) {
        insert.setLong(1, id);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
