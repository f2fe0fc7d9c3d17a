package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What an application does behind a pool, on connections that come back again and again, with
 * statements that the pool may have kept.
 */
public final class PoolProgram {
  private static final String INSERT = "insert into t values (?, ?)";
  private static final int ROUNDS = 3;

  /** How often the program has borrowed a connection. */
  public static final int BORROWED = ROUNDS * 4;

  private PoolProgram() {}

  /** Works on the table {@code t}, and closes the pool if it can be closed. */
  public static EveryForm.Tally run(DataSource pool) throws Exception {
    int mirrored = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int first = round * 100;
      mirrored += single(pool, first) + batch(pool, first) + committed(pool, first);
      rolledBack(pool, first);
    }
    if (pool instanceof AutoCloseable closeable) {
      closeable.close();
    }
    return new EveryForm.Tally(mirrored, ROUNDS, 0);
  }

  private static int single(DataSource pool, int first) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        Statement statement = connection.createStatement()) {
      bind(insert, first + 1).executeUpdate();
      insert.setInt(1, first + 2); // the name is bound still
      insert.execute();
      statement.executeUpdate("update t set name = 'changed' where id = " + (first + 2));
      try (ResultSet rows = statement.executeQuery("select count(*) from t")) {
        rows.next();
      }
    }
    return 4;
  }

  private static int batch(DataSource pool, int first) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int id = 10; id < 15; id++) {
        bind(insert, first + id).addBatch();
      }
      insert.executeBatch();
    }
    return 1;
  }

  private static int committed(DataSource pool, int first) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(INSERT);
          PreparedStatement update =
              connection.prepareStatement("update t set name = ? where id = ?")) {
        bind(insert, first + 20).executeUpdate();
        update.setString(1, "in a transaction");
        update.setInt(2, first + 20);
        update.executeUpdate();
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    return 2;
  }

  private static void rolledBack(DataSource pool, int first) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        bind(insert, first + 30).executeUpdate();
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static PreparedStatement bind(PreparedStatement insert, int id) throws SQLException {
    insert.setInt(1, id);
    insert.setString(2, "name " + id);
    return insert;
  }
}
