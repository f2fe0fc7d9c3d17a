package io.jdbcmirror.demo.compare;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Two empty databases in memory, gone when closed. */
final class H2Pair implements AutoCloseable {
  final Connection source = DriverManager.getConnection("jdbc:h2:mem:");
  final Connection target = DriverManager.getConnection("jdbc:h2:mem:");

  H2Pair() throws SQLException {}

  void onBoth(String... statements) throws SQLException {
    onSource(statements);
    onTarget(statements);
  }

  void onSource(String... statements) throws SQLException {
    run(source, statements);
  }

  void onTarget(String... statements) throws SQLException {
    run(target, statements);
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    source.close();
    target.close();
  }
}
