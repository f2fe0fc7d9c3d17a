package io.jdbcmirror.benchmarks.throughput;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** One thread's connection and statements. */
final class Teller {
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final SplittableRandom random = new SplittableRandom();
  private final Connection connection;
  private final PreparedStatement updateAccount;
  private final PreparedStatement selectAccount;
  private final PreparedStatement updateTeller;
  private final PreparedStatement updateBranch;
  private final PreparedStatement insertHistory;

  Teller(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    updateAccount = prepare("update accounts set abalance = abalance + ? where aid = ?");
    selectAccount = prepare("select abalance from accounts where aid = ?");
    updateTeller = prepare("update tellers set tbalance = tbalance + ? where tid = ?");
    updateBranch = prepare("update branches set bbalance = bbalance + ? where bid = ?");
    insertHistory =
        prepare(
            "insert into history (tid, bid, aid, delta, mtime)"
                + " values (?, ?, ?, ?, current_timestamp)");
  }

  static Histogram emptyTimes() {
    return new Histogram(LONGEST_NANOS, 3);
  }

  /** The times of its transactions. */
  Histogram workUntil(long end) throws SQLException {
    Histogram times = emptyTimes();
    for (long start = System.nanoTime(); start < end; ) {
      transaction();
      long now = System.nanoTime();
      times.recordValue(Math.min(now - start, LONGEST_NANOS));
      start = now;
    }
    return times;
  }

  private void transaction() throws SQLException {
    int account = random.nextInt(Bank.ACCOUNTS) + 1;
    int teller = random.nextInt(Bank.TELLERS) + 1;
    int branch = random.nextInt(Bank.BRANCHES) + 1;
    int delta = random.nextInt(-5_000, 5_001);
    update(updateAccount, delta, account);
    selectAccount.setInt(1, account);
    try (ResultSet row = selectAccount.executeQuery()) {
      row.next();
      row.getInt(1);
    }
    update(updateTeller, delta, teller);
    update(updateBranch, delta, branch);
    update(insertHistory, teller, branch, account, delta);
    connection.commit();
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  private static void update(PreparedStatement statement, int... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setInt(i + 1, values[i]);
    }
    statement.executeUpdate();
  }
}
