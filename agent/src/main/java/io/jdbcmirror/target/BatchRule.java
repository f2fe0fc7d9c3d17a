package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which statements of one target session may be sent in a batch with others of the same text: those
 * that can be taken back without a trace, so that they can be sent one by one after all, and that
 * do the same when many of them share a transaction. Besides the text the table decides: what its
 * defaults take from a sequence is gone for good. Not thread-safe.
 */
final class BatchRule {
  private static final int MAX_TEXTS = 1_000;
  private static final int MAX_CHARACTERS = 2_000;
  private static final Pattern CONSTANT =
      Pattern.compile("-?[\\d.]+|'[^']*'(::[\\w \"]+)?|null|true|false", Pattern.CASE_INSENSITIVE);
  private static final String OTHER_ENGINES =
      "SELECT 1 FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
          + " AND table_schema NOT IN"
          + " ('mysql', 'information_schema', 'performance_schema', 'sys')"
          + " AND engine <> 'InnoDB' LIMIT 1";

  private final Connection connection;
  private final Vendor vendor;
  private final SequenceGuards guards;
  private final Map<String, Boolean> known = new HashMap<>();
  private long schemaVersion;
  private boolean switchedOff;

  BatchRule(Connection connection, Vendor vendor, SequenceGuards guards) {
    this.connection = connection;
    this.vendor = vendor;
    this.guards = guards;
    this.switchedOff =
        vendor != Vendor.POSTGRESQL && vendor != Vendor.H2 && vendor != Vendor.MARIADB;
  }

  /** The driver does not tell how many rows each entry of a batch has changed. */
  void switchOff() {
    switchedOff = true;
  }

  /** Names may mean other tables from now on. */
  void forget() {
    known.clear();
  }

  /** Whether {@link #ask} would bring nothing new. */
  boolean isKnown(@Nullable String sql) {
    forgetOutdated();
    return isOut(sql) || known.containsKey(sql);
  }

  private boolean isOut(@Nullable String sql) {
    return switchedOff || sql == null || sql.length() > MAX_CHARACTERS;
  }

  /** Whether it is known that it may. */
  boolean allows(@Nullable String sql) {
    forgetOutdated();
    return !isOut(sql) && Boolean.TRUE.equals(known.get(sql));
  }

  /** Asks the target, if the text leaves it open, on a connection with autocommit. */
  void ask(@Nullable String sql) {
    if (sql != null && !isOut(sql)) {
      known.put(sql, BatchText.isCertain(sql) && isCertain(sql));
    }
  }

  private void forgetOutdated() {
    if (schemaVersion != guards.schemaVersion() || known.size() >= MAX_TEXTS) {
      forget();
      schemaVersion = guards.schemaVersion();
    }
  }

  /** What goes wrong here, the statement itself will tell. */
  private boolean isCertain(String sql) {
    try {
      return canBeTakenBack() && (!BatchText.isInsert(sql) || isPlain(sql));
    } catch (SQLException e) {
      return false;
    }
  }

  /** Some engines of MariaDB's keep what was rolled back. */
  private boolean canBeTakenBack() throws SQLException {
    if (!vendor.isMySqlFamily()) {
      return true;
    }
    try (Statement statement = connection.createStatement();
        ResultSet other = statement.executeQuery(OTHER_ENGINES)) {
      return !other.next();
    }
  }

  /** Whether the database makes no value of a row that the insert makes, constants apart. */
  private boolean isPlain(String sql) throws SQLException {
    InsertText insert = InsertParser.parse(sql, vendor);
    if (insert == null) {
      return false;
    }
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery("SELECT * FROM " + insert.table() + " WHERE 1 = 0")) {
      return isPlain(insert, none.getMetaData(), connection.getMetaData());
    }
  }

  private boolean isPlain(InsertText insert, ResultSetMetaData columns, DatabaseMetaData database)
      throws SQLException {
    String catalog = emptyToNull(columns.getCatalogName(1));
    String schema = emptyToNull(columns.getSchemaName(1));
    String table = columns.getTableName(1);
    if (!isTable(database, catalog, schema, table)) {
      return false; // of a view's tables columns are not seen
    }
    Set<String> plain = plainColumns(database, catalog, schema, table);
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      boolean made = columns.isAutoIncrement(i) || !plain.contains(columns.getColumnName(i));
      // A null that is given makes MariaDB count on, too.
      if (made && (vendor.isMySqlFamily() || insert.leavesOut(columns.getColumnName(i), i))) {
        return false;
      }
    }
    return true;
  }

  /** Those whose default is a constant, or that have none. */
  private static Set<String> plainColumns(
      DatabaseMetaData database, @Nullable String catalog, @Nullable String schema, String table)
      throws SQLException {
    Set<String> plain = new HashSet<>();
    try (ResultSet row = database.getColumns(catalog, schema, table, null)) {
      while (row.next()) {
        String made = row.getString("COLUMN_DEF");
        if (row.getString("TABLE_NAME").equals(table)
            && (made == null || CONSTANT.matcher(made).matches())) {
          plain.add(row.getString("COLUMN_NAME"));
        }
      }
    }
    return plain;
  }

  private static boolean isTable(
      DatabaseMetaData database, @Nullable String catalog, @Nullable String schema, String table)
      throws SQLException {
    try (ResultSet row = database.getTables(catalog, schema, table, null)) {
      while (row.next()) {
        String type = row.getString("TABLE_TYPE").toUpperCase(Locale.ROOT);
        if (row.getString("TABLE_NAME").equals(table) && !type.contains("VIEW")) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable String emptyToNull(@Nullable String name) {
    return name == null || name.isEmpty() ? null : name;
  }
}
