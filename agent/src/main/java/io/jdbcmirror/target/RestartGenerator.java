package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An identity column that is restarted in the middle of a transaction, without a commit: of H2 2.x
 * (tried on 2.1 and 2.5), where it stays restarted whatever becomes of the insert, and of Derby.
 */
final class RestartGenerator implements KeyGenerator {
  /** Next key and increment of a column, by schema, table and name. */
  private static final String H2 =
      "SELECT IDENTITY_BASE, IDENTITY_INCREMENT FROM INFORMATION_SCHEMA.COLUMNS"
          + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?";

  private static final String DERBY =
      "SELECT SYSCS_UTIL.SYSCS_PEEK_AT_IDENTITY(s.SCHEMANAME, t.TABLENAME), c.AUTOINCREMENTINC"
          + " FROM SYS.SYSCOLUMNS c JOIN SYS.SYSTABLES t ON t.TABLEID = c.REFERENCEID"
          + " JOIN SYS.SYSSCHEMAS s ON s.SCHEMAID = t.SCHEMAID"
          + " WHERE s.SCHEMANAME = ? AND t.TABLENAME = ? AND c.COLUMNNAME = ?";

  private final Connection connection;
  private final String query;
  private final KeyColumn column;
  private final long increment;

  private RestartGenerator(Connection connection, String query, KeyColumn column, long increment) {
    this.connection = connection;
    this.query = query;
    this.column = column;
    this.increment = increment;
  }

  static @Nullable KeyGenerator ofH2(Connection connection, KeyColumn column) throws SQLException {
    return find(connection, H2, column);
  }

  static @Nullable KeyGenerator ofDerby(Connection connection, KeyColumn column)
      throws SQLException {
    return find(connection, DERBY, column);
  }

  private static @Nullable KeyGenerator find(Connection connection, String query, KeyColumn column)
      throws SQLException {
    long increment = number(connection, query, column, 2);
    return increment < 1 ? null : new RestartGenerator(connection, query, column, increment);
  }

  /** 0 where there is none. */
  private static long number(Connection connection, String query, KeyColumn column, int index)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, column.schema());
      statement.setString(2, column.table());
      statement.setString(3, column.name());
      try (ResultSet row = statement.executeQuery()) {
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

  /** Derby's driver knows the last one only. */
  @Override
  public Shown shown() {
    return query.equals(H2) ? Shown.ALL : Shown.LAST;
  }

  @Override
  public boolean servesBatches() {
    return query.equals(H2);
  }

  @Override
  public boolean canBeTold() {
    return true;
  }

  @Override
  public long aim(long key) throws SQLException {
    long next = number(connection, query, column, 1);
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
