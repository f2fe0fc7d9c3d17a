package io.jdbcmirror.benchmarks.real;

import io.jdbcmirror.benchmarks.fork.Commands;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Selects a row by its key and updates one, by turns, each in autocommit, on one connection.
 *
 * <p>Arguments: URL, user, password. Commands: {@code warm} with the number of calls, one after the
 * other; {@code measure} with seconds and calls a second; {@code report}, whose answer is, of all
 * selects measured and then of the updates, {@link #PERCENTILES} in microseconds.
 */
public final class Caller {
  static final double[] PERCENTILES = {50, 99, 99.9};

  private static final int ROWS = 1_000;
  private static final long AWAKE_NANOS = 100_000;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Connection connection;
  private final PreparedStatement select;
  private final PreparedStatement update;
  private final Histogram selects = new Histogram(LONGEST_NANOS, 3);
  private final Histogram updates = new Histogram(LONGEST_NANOS, 3);
  private long calls;

  private Caller(Connection connection) throws SQLException {
    this.connection = connection;
    fill();
    select = connection.prepareStatement("select name from item where id = ?");
    update = connection.prepareStatement("update item set stock = ? where id = ?");
  }

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
      Caller caller = new Caller(connection);
      Commands.serve(caller::handle);
    }
    System.exit(0);
  }

  private String handle(String[] words) throws SQLException {
    if (words[0].equals("report")) {
      return report();
    }
    long number = Long.parseLong(words[1]);
    if (words[0].equals("warm")) {
      warm(number);
    } else {
      measure(
          TimeUnit.SECONDS.toNanos(number), TimeUnit.SECONDS.toNanos(1) / Long.parseLong(words[2]));
    }
    return words[0];
  }

  private String report() {
    return Stream.of(selects, updates)
        .flatMap(times -> DoubleStream.of(PERCENTILES).mapToObj(p -> micros(times, p)))
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  private static String micros(Histogram times, double percentile) {
    return String.format(Locale.ROOT, "%.3f", times.getValueAtPercentile(percentile) / 1e3);
  }

  private void fill() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists item");
      statement.execute(
          "create table item (id int primary key, name varchar(40) not null, stock int not null)");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into item (id, name, stock) values (?, ?, 0)")) {
      for (int id = 0; id < ROWS; id++) {
        insert.setInt(1, id);
        insert.setString(2, "item " + id);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void warm(long count) throws SQLException {
    for (long i = 0; i < count; i++) {
      call();
    }
  }

  /** From when the call was due: one that comes late because the last one took long counts so. */
  private void measure(long nanos, long interval) throws SQLException {
    long start = System.nanoTime();
    for (long due = interval; due < nanos; due += interval) {
      awaitNanos(start + due);
      Histogram times = isSelect() ? selects : updates;
      call();
      times.recordValue(Math.min(System.nanoTime() - start - due, LONGEST_NANOS));
    }
  }

  /** Parks, but for the last moment: a thread that has just been woken is slow by itself. */
  private static void awaitNanos(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      if (left > AWAKE_NANOS) {
        LockSupport.parkNanos(left - AWAKE_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private boolean isSelect() {
    return calls % 2 == 0;
  }

  private void call() throws SQLException {
    int id = (int) (calls * 7919 % ROWS);
    if (isSelect()) {
      select.setInt(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        row.getString(1);
      }
    } else {
      update.setInt(1, (int) calls);
      update.setInt(2, id);
      update.executeUpdate();
    }
    calls++;
  }
}
