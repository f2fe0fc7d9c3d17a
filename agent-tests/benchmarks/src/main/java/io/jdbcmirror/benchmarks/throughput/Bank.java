package io.jdbcmirror.benchmarks.throughput;

import io.jdbcmirror.benchmarks.fork.Commands;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The bank of TPC-B, as PostgreSQL's pgbench has it: threads with a connection each, one
 * transaction after the other.
 *
 * <p>Arguments: URL, user, password, threads. Command: {@code run} with seconds, whose answer is
 * transactions a second, and the median and the 99th percentile of a transaction in milliseconds.
 */
public final class Bank {
  static final int BRANCHES = 10;
  static final int TELLERS = 10 * BRANCHES;
  static final int ACCOUNTS = 10_000 * BRANCHES;

  private static final double NANOS_A_MILLI = 1e6;

  private final List<Teller> tellers = new ArrayList<>();

  private Bank() {}

  /** Statements that make and fill the tables. */
  static String[] schema() {
    return new String[] {
      "create table branches (bid int primary key, bbalance int not null, filler char(88))",
      "create table tellers (tid int primary key, bid int, tbalance int not null, filler char(84))",
      "create table accounts (aid int primary key, bid int, abalance int not null, filler char(84))",
      "create table history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))",
      "insert into branches select b, 0, '' from generate_series(1, " + BRANCHES + ") b",
      "insert into tellers select t, (t - 1) / 10 + 1, 0, '' from generate_series(1, "
          + TELLERS
          + ") t",
      "insert into accounts select a, (a - 1) / 10000 + 1, 0, '' from generate_series(1, "
          + ACCOUNTS
          + ") a",
      "vacuum analyze"
    };
  }

  public static void main(String[] args) throws Exception {
    Bank bank = new Bank();
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      bank.tellers.add(new Teller(connect(args)));
    }
    Commands.serve(words -> bank.run(Long.parseLong(words[1])));
    System.exit(0);
  }

  private static Connection connect(String[] args) throws SQLException {
    return DriverManager.getConnection(args[0], args[1], args[2]);
  }

  private String run(long seconds) throws Exception {
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    ExecutorService threads = Executors.newFixedThreadPool(tellers.size());
    try {
      List<Future<Histogram>> running = new ArrayList<>();
      for (Teller teller : tellers) {
        running.add(threads.submit(() -> teller.workUntil(end)));
      }
      Histogram times = Teller.emptyTimes();
      for (Future<Histogram> one : running) {
        times.add(one.get());
      }
      double took = (System.nanoTime() - start) / 1e9;
      return String.format(
          Locale.ROOT,
          "%.1f %.3f %.3f",
          times.getTotalCount() / took,
          times.getValueAtPercentile(50) / NANOS_A_MILLI,
          times.getValueAtPercentile(99) / NANOS_A_MILLI);
    } finally {
      threads.shutdown();
    }
  }
}
