package io.jdbcmirror.benchmarks.growth;

import io.jdbcmirror.benchmarks.nothing.NothingDriver;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One thread's connection and statements. */
final class Client {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Connection connection = DriverManager.getConnection(NothingDriver.SOURCE);
  private final PreparedStatement[] statements;
  private final Shape shape;
  private final byte[] value;

  Client(Shape shape) throws SQLException {
    this.shape = shape;
    value = new byte[Math.max(shape.bytes(), 0)];
    connection.setAutoCommit(shape.statements() == 0);
    statements = new PreparedStatement[shape.digests()];
    for (int i = 0; i < statements.length; i++) {
      statements[i] =
          connection.prepareStatement("insert into booking_" + i + " (id, name) values (?, ?)");
    }
  }

  /**
   * @return nanoseconds that its thread has had a processor: that it has to share it is no cost
   */
  long burst() throws SQLException {
    long before = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < shape.calls(); i++) {
      call(statements[i % statements.length], i);
      if (shape.statements() > 0 && (i + 1) % shape.statements() == 0) {
        connection.commit();
      }
    }
    return THREADS.getCurrentThreadCpuTime() - before;
  }

  private void call(PreparedStatement statement, int id) throws SQLException {
    statement.setInt(1, id);
    if (shape.bytes() >= 0) {
      statement.setBytes(2, value);
    } else {
      statement.setString(2, "somebody");
    }
    statement.execute();
  }

  void close() throws SQLException {
    for (PreparedStatement statement : statements) {
      statement.close();
    }
    connection.close();
  }
}
