package io.jdbcmirror.tests.app8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Takes no URL that anyone has, and starts no thread of its own: the agent begins as it is loaded.
 */
public final class IdleDriver extends PlainDriver {
  public IdleDriver() {
    super("jdbc:idle:");
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    throw new SQLException("there is no database", "08001");
  }
}
