package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a seed makes several sessions do at the same time, each on rows of its own: work with and
 * without autocommit, rollbacks, savepoints, errors, batches, settings.
 */
public final class MixedWork {
  private static final String INSERT = "insert into w (id, v) values (?, ?)";

  private final Connection connection;
  private final Random random;
  private int lastId;

  private MixedWork(Connection connection, Random random, int session) {
    this.connection = connection;
    this.random = random;
    this.lastId = session * 1_000_000;
  }

  /** Needs a table {@code w (id int primary key, v varchar(40))}. */
  public static void run(Scene scene, long seed, int sessions, int steps) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(sessions);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 1; i <= sessions; i++) {
      int session = i;
      running.add(threads.submit(() -> session(scene, new Random(seed + session), session, steps)));
    }
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("seed " + seed, e);
    } finally {
      threads.shutdown();
    }
  }

  private static Void session(Scene scene, Random random, int session, int steps)
      throws SQLException {
    try (Connection connection = scene.connect()) {
      MixedWork work = new MixedWork(connection, random, session);
      for (int i = 0; i < steps; i++) {
        work.step();
      }
    }
    return null;
  }

  private void step() throws SQLException {
    switch (random.nextInt(8)) {
      case 0 -> execute("insert into w (id, v) values (" + ++lastId + ", 'it''s; -- plain')");
      case 1 -> insert(1 + random.nextInt(3));
      case 2 -> execute("select count(*) from w where id = " + lastId);
      case 3 -> fail();
      case 4 -> set();
      case 5 -> batch();
      default -> transaction();
    }
  }

  private void transaction() throws SQLException {
    connection.setAutoCommit(false);
    int statements = 1 + random.nextInt(4);
    for (int i = 0; i < statements; i++) {
      switch (random.nextInt(4)) {
        case 0 -> batch();
        case 1 -> undone();
        case 2 -> execute("update w set v = 'n" + random.nextInt(99) + "' where id = " + lastId);
        default -> insert(1);
      }
    }
    if (random.nextInt(3) == 0) {
      connection.rollback();
    } else {
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  /** Work, and perhaps an error, that is rolled back to a savepoint. */
  private void undone() throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    insert(1);
    if (random.nextBoolean()) {
      fail();
    }
    connection.rollback(savepoint);
  }

  private void fail() throws SQLException {
    try {
      execute("insert into w (id, v) values (1, 'x'), (1, 'y')");
    } catch (SQLException e) {
      return; // as it should
    }
    throw new AssertionError("it has not failed");
  }

  private void set() throws SQLException {
    boolean postgres = connection.getMetaData().getURL().contains("postgresql");
    int value = 20_000 + random.nextInt(1000);
    execute(postgres ? "set lock_timeout = " + value : "set lock_wait_timeout = " + value);
  }

  private void batch() throws SQLException {
    if (random.nextBoolean()) {
      try (Statement statement = connection.createStatement()) {
        for (int i = 0; i < 3; i++) {
          statement.addBatch("insert into w (id, v) values (" + ++lastId + ", 'b')");
        }
        statement.executeBatch();
      }
    } else {
      insert(3);
    }
  }

  private void insert(int rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < rows; i++) {
        statement.setInt(1, ++lastId);
        statement.setString(2, "p" + random.nextInt(1000));
        if (rows > 1) {
          statement.addBatch();
        }
      }
      if (rows > 1) {
        statement.executeBatch();
      } else {
        statement.executeUpdate();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
