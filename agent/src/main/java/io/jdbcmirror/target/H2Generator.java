package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An identity column of H2 2.x. To restart it neither commits nor waits for the transactions of
 * others, and it stays restarted whatever becomes of the insert (tried on 2.1 and 2.5).
 */
final class H2Generator implements KeyGenerator {
  private static final String NEXT =
      "SELECT IDENTITY_BASE, IDENTITY_INCREMENT FROM INFORMATION_SCHEMA.COLUMNS"
          + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?";

  private final Connection connection;
  private final KeyColumn column;
  private final long increment;

  private H2Generator(Connection connection, KeyColumn column, long increment) {
    this.connection = connection;
    this.column = column;
    this.increment = increment;
  }

  static @Nullable KeyGenerator find(Connection connection, KeyColumn column) throws SQLException {
    long increment = number(connection, column, 2);
    return increment < 1 ? null : new H2Generator(connection, column, increment);
  }

  /** 0 where there is none. */
  private static long number(Connection connection, KeyColumn column, int index)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setString(1, column.schema());
      query.setString(2, column.table());
      query.setString(3, column.name());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(index) : 0;
      }
    }
  }

  @Override
  public KeyColumn column() {
    return column;
  }

  @Override
  public String shared() {
    return column.schema() + "." + column.table();
  }

  @Override
  public long increment() {
    return increment;
  }

  @Override
  public boolean namesKeys() {
    return true;
  }

  @Override
  public boolean servesBatches() {
    return true;
  }

  @Override
  public long aim(long key) throws SQLException {
    long next = number(connection, column, 1);
    if (next != key) {
      restore(key);
    }
    return next;
  }

  @Override
  public void restore(long next) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER TABLE "
              + quoted(column.schema())
              + "."
              + quoted(column.table())
              + " ALTER COLUMN "
              + quoted(column.name())
              + " RESTART WITH "
              + next);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
