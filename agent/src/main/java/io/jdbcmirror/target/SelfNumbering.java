package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A column that cannot be told its next key, but goes on behind each key that an insert gives: an
 * identity column of HSQLDB, where {@code RESTART WITH} would commit, and SQLite's {@code INTEGER
 * PRIMARY KEY}, whose next key is the highest row's, whatever {@code sqlite_sequence} says.
 */
final class SelfNumbering implements KeyGenerator {
  /**
   * Position and name of the column that is the row's own number. It is so only by its declared
   * type; one with an index of its own is no such number (SQLite's {@code PRIMARY KEY DESC}, and
   * tables {@code WITHOUT ROWID}).
   */
  private static final String ROW_NUMBER =
      "SELECT cid + 1, name FROM pragma_table_info(?1) WHERE pk = 1 AND upper(type) = 'INTEGER'"
          + " AND (SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0) = 1"
          + " AND NOT EXISTS (SELECT 1 FROM pragma_index_list(?1) WHERE origin = 'pk')";

  private final KeyColumn column;
  private final Shown shown;

  private SelfNumbering(KeyColumn column, Shown shown) {
    this.column = column;
    this.shown = shown;
  }

  static KeyGenerator ofHsqldb(KeyColumn column) {
    return new SelfNumbering(column, Shown.ALL);
  }

  /**
   * @param columns of the whole table
   * @return null if its rows' number is no column
   */
  static @Nullable KeyGenerator ofSqlite(Connection connection, ResultSetMetaData columns)
      throws SQLException {
    String table = columns.getTableName(1);
    try (PreparedStatement query = connection.prepareStatement(ROW_NUMBER)) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new SelfNumbering(
                new KeyColumn("", table, row.getString(2), row.getInt(1), true), Shown.LAST)
            : null;
      }
    }
  }

  @Override
  public KeyColumn column() {
    return column;
  }

  @Override
  public @Nullable String shared() {
    return null;
  }

  @Override
  public long increment() {
    return 1;
  }

  @Override
  public Shown shown() {
    return shown;
  }

  /** SQLite's driver shows no keys of a batch. */
  @Override
  public boolean servesBatches() {
    return shown == Shown.ALL;
  }

  @Override
  public boolean canBeTold() {
    return false;
  }

  @Override
  public long aim(long key) {
    return UNKNOWN;
  }

  @Override
  public void restore(long next) {
    // It has never been set.
  }
}
