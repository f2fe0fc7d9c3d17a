package io.jdbcmirror.tests.app;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.FutureTask;

/**
 * Work that would fill the heap of whoever kept it: on a driver that keeps nothing. What is held
 * while it is under way is measured at its worst moment, with everything collected that can be.
 */
public final class MemoryWork {
  private static final String INSERT = "insert into blank values (?, ?)";
  private static final int COLLECTIONS = 3;

  private final double scale;
  private final Connection connection;
  private int requests;

  private MemoryWork(double scale) throws SQLException {
    this.scale = scale;
    Tape.answerEverybody();
    Driver driver = (Driver) Answers.recorded(Driver.class, null);
    this.connection = driver.connect(RecordingConnections.BLANK, new Properties());
  }

  /**
   * Begins all of it, on a thread of its own.
   *
   * @param scale 1 for a million rows, 200 MB of a stream, 50 MB of SQL, ten million texts
   */
  public static void start(Scene scene, double scale) {
    FutureTask<Long> all = new FutureTask<>(() -> new MemoryWork(scale).all());
    scene.keep("work", all);
    new Thread(all, "work").start();
  }

  /** How many requests there were; 0 while it is not over. */
  @SuppressWarnings("unchecked")
  public static long requests(Scene scene) throws Exception {
    FutureTask<Long> all = scene.kept("work", FutureTask.class);
    return all.isDone() ? all.get() : 0;
  }

  private long all() throws SQLException {
    batch();
    stream();
    longText();
    measure("of a long text"); // here, where no frame holds the statements any more
    longPreparedTexts();
    transaction();
    differentTexts();
    openStatements();
    connection.close();
    measure("all closed");
    return requests;
  }

  private int scaled(int full) {
    return (int) (full * scale);
  }

  private static void measure(String when) {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    long held = runtime.totalMemory() - runtime.freeMemory();
    System.err.println("held " + when + ": " + held);
  }

  private void batch() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < scaled(1_000_000); i++) {
        insert.setInt(1, i);
        insert.setString(2, "row " + i);
        insert.addBatch();
      }
      measure("in a batch");
      insert.executeBatch();
      requests++;
    }
  }

  private void stream() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setInt(1, 1);
      insert.setBinaryStream(2, new Zeros(scaled(200 << 20)));
      measure("of a stream");
      insert.executeUpdate();
      requests++;
    }
  }

  private void longText() throws SQLException {
    String part = "insert into blank select 1 union "; // made in one piece: half the heap is enough
    String sql = part.repeat(scaled(50 << 20) / part.length());
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(sql)) {
      statement.execute(sql);
      prepared.execute();
      statement.addBatch(sql);
      statement.executeBatch();
      requests += 3;
    }
  }

  private void transaction() throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < scaled(1_000_000); i++) {
        insert.setInt(1, i);
        insert.setString(2, "row " + i);
        insert.executeUpdate();
        requests++;
      }
    }
    measure("in a transaction");
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void differentTexts() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < scaled(5_000_000); i++) {
        statement.execute("insert into blank values (" + i + ", 'plain')");
        try (PreparedStatement prepared =
            connection.prepareStatement("insert into blank values (" + i + ", 'prepared')")) {
          prepared.executeUpdate();
        }
        requests += 2;
      }
    }
    measure("of different texts");
  }

  /** As an application makes them that writes each list of values out. */
  private void longPreparedTexts() throws SQLException {
    for (int i = 0; i < Math.max(6_000, scaled(20_000)); i++) { // 90 MB
      String sql = "select * from blank where id in (" + i + ", ?" + ", 7".repeat(5_000) + ")";
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        query.setInt(1, i);
        query.executeQuery();
        requests++;
      }
    }
    measure("of long prepared texts");
  }

  private void openStatements() throws SQLException {
    List<Statement> open = new ArrayList<>();
    for (int i = 0; i < scaled(10_000); i++) {
      PreparedStatement insert = connection.prepareStatement(INSERT);
      insert.setInt(1, i);
      insert.setString(2, "open " + i);
      open.add(insert);
    }
    measure("by open statements");
    for (Statement each : open) {
      each.close();
    }
  }

  /** So many bytes, of which none is kept. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int count = (int) Math.min(left, length);
      left -= count;
      return count > 0 ? count : -1;
    }
  }
}
