package io.jdbcmirror.tests.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A shop under load: threads that order, each order an explicit transaction that changes some of
 * the same few accounts. What an account becomes depends on the order of the transactions.
 *
 * <p>Arguments: URL, user, password, threads, transactions in all, seconds, transactions a second
 * at most; the first of the two limits ends the load. Prints {@code rate N} each second, {@code
 * done transactions=N retries=N errors=N} at the end, and lives on until its input ends.
 */
public final class LoadApp {
  public static final int ACCOUNTS = 4;

  /** Deadlock and lock time-out: a competitor was faster, the application tries again. */
  private static final Set<String> CONTENTION = Set.of("40001", "40P01", "HYT00", "55P03");

  private final DataSource pool;
  private final long limit;
  private final long deadlineNanos;
  private final long nanosPerTransaction;
  private final long startNanos = System.nanoTime();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();

  private LoadApp(DataSource pool, long limit, long seconds, long perSecond) {
    this.pool = pool;
    this.limit = limit;
    this.deadlineNanos = startNanos + TimeUnit.SECONDS.toNanos(seconds);
    this.nanosPerTransaction = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  /** Statements that make the tables, for both sides. */
  public static String[] schema() {
    return new String[] {
      "create table account (id int primary key, balance bigint not null, last_order bigint)",
      "create table orders (id bigint primary key, account int not null, amount int not null)",
      "create table line (order_id bigint, item int, quantity int, primary key (order_id, item))",
      "insert into account values (1, 100, null), (2, 200, null), (3, 300, null), (4, 400, null)"
    };
  }

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[3]);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(threads);
    config.setAutoCommit(false);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      LoadApp app =
          new LoadApp(
              pool, Long.parseLong(args[4]), Long.parseLong(args[5]), Long.parseLong(args[6]));
      app.run(threads);
      while (System.in.read() >= 0) {
        // Lives on until the input ends.
      }
    }
    System.exit(0);
  }

  private void run(int threads) throws InterruptedException {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(new Thread(this::work, "worker-" + i));
    }
    workers.forEach(Thread::start);
    long before = 0;
    while (workers.stream().anyMatch(Thread::isAlive)) {
      Thread.sleep(1_000);
      long now = done.get();
      System.out.println("rate " + (now - before));
      before = now;
    }
    System.out.println("done transactions=" + done + " retries=" + retries + " errors=" + errors);
  }

  private void work() {
    long id;
    while ((id = begun.incrementAndGet()) <= limit && System.nanoTime() < deadlineNanos) {
      keepPace(id);
      while (!order(id)) {
        retries.incrementAndGet();
      }
      done.incrementAndGet();
    }
  }

  private void keepPace(long id) {
    long early = startNanos + id * nanosPerTransaction - System.nanoTime();
    if (early > 0) {
      java.util.concurrent.locks.LockSupport.parkNanos(early);
    }
  }

  /** Returns false if it is to be tried again. */
  private boolean order(long id) {
    try (Connection connection = pool.getConnection()) {
      try {
        order(connection, id);
        connection.commit();
        return true;
      } catch (SQLException e) {
        connection.rollback();
        return !CONTENTION.contains(e.getSQLState()) && failed(e);
      }
    } catch (SQLException e) {
      return failed(e);
    }
  }

  private void order(Connection connection, long id) throws SQLException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int[] accounts = {1 + random.nextInt(ACCOUNTS), 1 + random.nextInt(ACCOUNTS)};
    Arrays.sort(accounts); // one order of locking: no deadlocks
    try (PreparedStatement insert =
        connection.prepareStatement("insert into orders (id, account, amount) values (?, ?, ?)")) {
      insert.setLong(1, id);
      insert.setInt(2, accounts[0]);
      insert.setInt(3, random.nextInt(1, 100));
      insert.executeUpdate();
    }
    for (int account : accounts) {
      charge(connection, account, id);
    }
    addLines(connection, id, random.nextInt(1, 4));
    read(connection, accounts[0]);
  }

  private static void charge(Connection connection, int account, long id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update account set balance = mod(balance * 31 + ?, 1000003), last_order = ?"
                + " where id = ?")) {
      update.setLong(1, id);
      update.setLong(2, id);
      update.setInt(3, account);
      update.executeUpdate();
    }
  }

  private static void addLines(Connection connection, long id, int lines) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into line (order_id, item, quantity) values (?, ?, ?)")) {
      for (int item = 1; item <= lines; item++) {
        insert.setLong(1, id);
        insert.setInt(2, item);
        insert.setInt(3, lines);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void read(Connection connection, int account) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select balance from account where id = ?")) {
      query.setInt(1, account);
      try (ResultSet result = query.executeQuery()) {
        result.next();
      }
    }
  }

  private boolean failed(SQLException e) {
    errors.incrementAndGet();
    System.out.println("error " + e.getSQLState() + " " + e.getMessage());
    return true;
  }
}
