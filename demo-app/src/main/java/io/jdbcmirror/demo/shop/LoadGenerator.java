package io.jdbcmirror.demo.shop;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Sends visitors into the shop for a while, with several threads. */
final class LoadGenerator {
  private final ServiceOptions options;
  private final Transactions transactions;
  private final OrderDao orders;
  private final RecentOrders recent = new RecentOrders();
  private final Tally tally;
  private final long endNanos;
  private final CountDownLatch stop = new CountDownLatch(1);

  LoadGenerator(ServiceOptions options, DataSource dataSource, Tally tally) {
    this.options = options;
    this.tally = tally;
    transactions = new Transactions(dataSource);
    orders = new OrderDao();
    endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.seconds());
  }

  /** Runs to the end of the time, or until it is stopped, and prints a line each second. */
  void run() throws InterruptedException {
    SplittableRandom seeds = new SplittableRandom(options.seed());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < options.threads(); i++) {
      Shopper shopper = shopper(i, seeds.split());
      threads.add(new Thread(() -> shop(shopper), "shopper-" + i));
    }
    threads.forEach(Thread::start);
    for (int second = 1; second <= options.seconds(); second++) {
      if (stop.await(1, TimeUnit.SECONDS)) {
        break;
      }
      System.out.println("after " + second + " s: " + tally);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Lets visitors finish what they do, but do nothing more. */
  void stop() {
    stop.countDown();
  }

  private Shopper shopper(int number, SplittableRandom random) {
    return new Shopper(number, options.threads(), transactions, orders, random, recent, tally);
  }

  private void shop(Shopper shopper) {
    double rate = (double) options.rate() / options.threads();
    Pace pace = new Pace(rate, endNanos, stop);
    do {
      try {
        shopper.act();
      } catch (SQLException error) {
        note(error);
      }
    } while (pace.await());
  }

  private void note(SQLException error) {
    if (SqlErrors.isConflict(error)) {
      tally.conflicts.increment();
      return;
    }
    tally.errors.increment();
    if (tally.errors.sum() <= 3) {
      System.err.println("order service: " + error.getSQLState() + " " + error.getMessage());
    }
  }
}
