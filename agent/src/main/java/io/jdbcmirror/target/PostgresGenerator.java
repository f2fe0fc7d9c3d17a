package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The sequence behind a serial or identity column. Sequences stand outside of transactions: what is
 * set stays set, whatever becomes of the insert.
 */
final class PostgresGenerator implements KeyGenerator {
  // A sequence that keeps values for each session would hand out some that were passed over.
  private static final String FIND =
      "SELECT q.name, p.seqincrement FROM"
          + " (SELECT pg_catalog.pg_get_serial_sequence(?, ?) AS name) q"
          + " JOIN pg_catalog.pg_sequence p ON p.seqrelid = q.name::pg_catalog.regclass"
          + " WHERE p.seqcache = 1 AND p.seqincrement > 0"
          + " AND pg_catalog.has_sequence_privilege(q.name, 'UPDATE')"
          + " AND pg_catalog.has_sequence_privilege(q.name, 'SELECT')";

  private final Connection connection;
  private final KeyColumn column;
  private final String sequence;
  private final long increment;

  private PostgresGenerator(
      Connection connection, KeyColumn column, String sequence, long increment) {
    this.connection = connection;
    this.column = column;
    this.sequence = sequence;
    this.increment = increment;
  }

  static @Nullable KeyGenerator find(Connection connection, String table, KeyColumn column)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setString(1, table);
      query.setString(2, column.name());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new PostgresGenerator(connection, column, row.getString(1), row.getLong(2))
            : null;
      }
    }
  }

  @Override
  public KeyColumn column() {
    return column;
  }

  @Override
  public String shared() {
    return sequence;
  }

  @Override
  public long increment() {
    return increment;
  }

  @Override
  public Shown shown() {
    return Shown.ALL;
  }

  @Override
  public boolean servesBatches() {
    return true;
  }

  @Override
  public boolean canBeTold() {
    return true;
  }

  /** One round trip: the columns are read before the sequence is set. */
  @Override
  public long aim(long key) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT last_value, is_called, pg_catalog.setval(?::regclass, ?, false) FROM "
                + sequence)) {
      query.setString(1, sequence);
      query.setLong(2, key);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(2) ? row.getLong(1) + increment : row.getLong(1);
      }
    }
  }

  @Override
  public void restore(long next) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT pg_catalog.setval(?::regclass, ?, false)")) {
      query.setString(1, sequence);
      query.setLong(2, next);
      query.executeQuery().close();
    }
  }
}
