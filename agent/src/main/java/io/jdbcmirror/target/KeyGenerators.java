package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key generators of the tables that one target session inserts into, each asked for once. Not
 * thread-safe.
 */
final class KeyGenerators {
  private static final int MAX_TABLES = 1_000;

  private final Connection connection;
  private final Vendor vendor;
  private final SequenceGuards guards;
  private final Map<String, @Nullable KeyGenerator> known = new HashMap<>();
  private long schemaVersion;

  KeyGenerators(Connection connection, Vendor vendor, SequenceGuards guards) {
    this.connection = connection;
    this.vendor = vendor;
    this.guards = guards;
  }

  /**
   * @param table as an insert names it
   * @return null if no column of it makes keys that can be set, or several do
   */
  @Nullable KeyGenerator of(String table) throws SQLException {
    if (!isSupported()) {
      return null;
    }
    if (schemaVersion != guards.schemaVersion() || known.size() >= MAX_TABLES) {
      forget();
    }
    if (!known.containsKey(table)) {
      known.put(table, null);
      Aside.ask(connection, () -> learn(table));
    }
    return known.get(table);
  }

  /** Names may mean other tables from now on. */
  void forget() {
    known.clear();
    schemaVersion = guards.schemaVersion();
  }

  private boolean isSupported() {
    return vendor == Vendor.POSTGRESQL
        || vendor == Vendor.H2
        || vendor == Vendor.DERBY
        || vendor == Vendor.HSQLDB
        || vendor == Vendor.SQLITE
        || vendor.isMySqlFamily();
  }

  private boolean learn(String table) throws SQLException {
    known.put(table, find(table));
    return true;
  }

  private @Nullable KeyGenerator find(String table) throws SQLException {
    KeyColumn column;
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
      if (vendor == Vendor.SQLITE) {
        return table.contains(".") ? null : SelfNumbering.ofSqlite(connection, none.getMetaData());
      }
      column = KeyColumn.of(none.getMetaData(), connection.getMetaData());
    }
    if (column == null) {
      return null;
    }
    switch (vendor) {
      case POSTGRESQL:
        return PostgresGenerator.find(connection, table, column);
      case H2:
        return RestartGenerator.ofH2(connection, column);
      case HSQLDB:
        return SelfNumbering.ofHsqldb(column);
      case DERBY:
        return RestartGenerator.ofDerby(connection, column);
      default:
        return MySqlGenerator.find(connection, column);
    }
  }
}
