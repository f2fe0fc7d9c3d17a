package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/**
 * An application's work on tables whose keys the database makes: parents, and children that hang on
 * them by the key the application has read.
 */
public final class Families {
  private static final String PARENT = "insert into parent (name) values (?)";
  private static final String CHILD = "insert into child (parent_id, name) values (?, ?)";

  private Families() {}

  /** One parent; its key is read. */
  public static long parent(Connection connection, String name) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(PARENT, Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, name);
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  /** One parent whose key is asked for and never read. */
  public static void unread(Connection connection, String name) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(PARENT, Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, name);
      insert.executeUpdate();
    }
  }

  public static void child(Connection connection, long parent, String name) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(CHILD)) {
      insert.setLong(1, parent);
      insert.setString(2, name);
      insert.executeUpdate();
    }
  }

  /** A parent with a child named alike, committed or rolled back. */
  public static void family(Connection connection, String name, boolean commits)
      throws SQLException {
    connection.setAutoCommit(false);
    child(connection, parent(connection, name), "child of " + name);
    if (commits) {
      connection.commit();
    } else {
      connection.rollback();
    }
  }

  /** Families on several connections at the same time; every fourth is rolled back. */
  public static void concurrently(Scene scene, int connections, int families) throws Exception {
    Thread[] threads = new Thread[connections];
    Throwable[] failure = new Throwable[1];
    for (int i = 0; i < connections; i++) {
      int number = i;
      threads[i] = new Thread(() -> run(scene, number, families, failure));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure[0] != null) {
      throw new IllegalStateException(failure[0]);
    }
  }

  private static void run(Scene scene, int number, int families, Throwable[] failure) {
    Random random = new Random(number);
    try (Connection connection = scene.connect()) {
      for (int i = 0; i < families; i++) {
        family(connection, "family " + number + "/" + i, random.nextInt(4) > 0);
      }
    } catch (SQLException | RuntimeException e) {
      failure[0] = e;
    }
  }
}
