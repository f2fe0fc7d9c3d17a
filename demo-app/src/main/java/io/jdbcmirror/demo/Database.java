package io.jdbcmirror.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is and who may enter. */
record Database(String url, String user, String password) {
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url;
  }
}
