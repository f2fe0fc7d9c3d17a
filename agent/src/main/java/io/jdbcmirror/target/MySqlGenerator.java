package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An {@code AUTO_INCREMENT} column of MySQL or MariaDB: the session's own {@code insert_id} names
 * the key of its next insert, and the table's counter never falls behind.
 */
final class MySqlGenerator implements KeyGenerator {
  private final Connection connection;
  private final KeyColumn column;
  private final long increment;

  private MySqlGenerator(Connection connection, KeyColumn column, long increment) {
    this.connection = connection;
    this.column = column;
    this.increment = increment;
  }

  static KeyGenerator find(Connection connection, KeyColumn column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@SESSION.auto_increment_increment")) {
      row.next();
      return new MySqlGenerator(connection, column, row.getLong(1));
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
    return increment;
  }

  @Override
  public Shown shown() {
    return Shown.FIRST;
  }

  /** It holds for one statement, and how a driver sends a batch is its own affair. */
  @Override
  public boolean servesBatches() {
    return false;
  }

  @Override
  public boolean canBeTold() {
    return true;
  }

  @Override
  public long aim(long key) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET insert_id = " + key);
    }
    return UNKNOWN;
  }

  @Override
  public void restore(long next) {
    // The table's counter looks after itself.
  }
}
