package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The database a target session was opened on, where the source's own may be on the same server: a
 * {@code USE} or {@code setCatalog} of the application must not lead the mirror there.
 */
final class HomeDatabase {
  private final Connection connection;
  private final boolean mysql;
  private final @Nullable String name;

  private HomeDatabase(Connection connection, boolean mysql) throws SQLException {
    this.connection = connection;
    this.mysql = mysql;
    this.name = current();
  }

  static HomeDatabase of(Connection connection, String targetUrl) throws SQLException {
    return new HomeDatabase(connection, Vendor.of(targetUrl).isMySqlFamily());
  }

  /**
   * @throws SQLException if the session has left its database; it is then to be closed
   */
  void check() throws SQLException {
    checkEquals(current());
  }

  /**
   * @throws SQLException if it is not the session's own
   */
  void checkEquals(@Nullable String catalog) throws SQLException {
    if (!Objects.equals(name, catalog)) {
      throw new SQLException("the session would leave the target's database", "3D000");
    }
  }

  /** Connector/J does not follow a USE sent as text. */
  private @Nullable String current() throws SQLException {
    return mysql ? Jdbc.single(connection, "SELECT DATABASE()") : connection.getCatalog();
  }
}
