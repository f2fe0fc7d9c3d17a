package io.jdbcmirror.tests.app;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A catalogue under load, on PostgreSQL: threads that look products up, some of them by what has an
 * index, call a function, review and order. Paced, so that a machine of two cores keeps up.
 */
public final class CatalogueLoad {
  public static final String BY_ID = "select name, price from product where id = ?";
  public static final String BY_CATEGORY = "select id, name from product where category = ?";
  public static final String FEATURED = "select title from featured where id = ?";
  public static final String DISCOUNT = "select discount(?)";
  public static final String REVIEW = "insert into review (id, product, stars) values (?, ?, ?)";
  public static final String ORDER = "update stock set pieces = pieces - ? where product = ?";
  public static final String PIECES = "select pieces from stock where product = ?";

  private static final int PRODUCTS = 40_000;
  private static final int THREADS = 4;
  private static final int ROUNDS_A_SECOND = 25;

  private final AtomicInteger reviews = new AtomicInteger();

  private CatalogueLoad() {}

  /** Statements that make the tables, for both sides. */
  public static String[] schema() {
    return new String[] {
      "create table product (id int primary key, name text, price numeric(10,2), category int)",
      "insert into product select i, 'product ' || i, i % 100, i % 4000"
          + " from generate_series(1, "
          + PRODUCTS
          + ") i",
      "create index product_category on product (category)",
      "create table featured (id int primary key, title text)",
      "insert into featured select i, 'title ' || i from generate_series(1, 20) i",
      "create table stock (product int primary key, pieces int not null)",
      "insert into stock select i, 1000 from generate_series(1, 200) i",
      "create table review (id int primary key, product int, stars int)",
      "create function discount(product int) returns int language sql as 'select product % 10'",
      "analyze"
    };
  }

  /**
   * Runs for so many seconds.
   *
   * @return rounds made
   */
  public static int run(Scene scene, int seconds, long seed) throws Exception {
    CatalogueLoad load = new CatalogueLoad();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (HikariDataSource pool = scene.pool(THREADS)) {
      List<Future<Integer>> rounds = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(seed + i);
        rounds.add(threads.submit(load.worker(pool, random, seconds)));
      }
      int all = 0;
      for (Future<Integer> made : rounds) {
        all += made.get();
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }

  private Callable<Integer> worker(HikariDataSource pool, Random random, int seconds) {
    return () -> {
      long start = System.nanoTime();
      int rounds = 0;
      while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
        keepPace(start, rounds++);
        try (Connection connection = pool.getConnection()) {
          round(connection, random);
        }
      }
      return rounds;
    };
  }

  private static void keepPace(long start, int round) {
    long due = start + round * TimeUnit.SECONDS.toNanos(1) / ROUNDS_A_SECOND;
    long early = due - System.nanoTime();
    if (early > 0) {
      java.util.concurrent.locks.LockSupport.parkNanos(early);
    }
  }

  private void round(Connection connection, Random random) throws SQLException {
    read(connection, BY_ID, 1 + random.nextInt(PRODUCTS));
    read(connection, BY_CATEGORY, random.nextInt(4_000));
    read(connection, FEATURED, 1 + random.nextInt(20));
    read(connection, DISCOUNT, random.nextInt(100));
    connection.setAutoCommit(false);
    order(connection, 1 + random.nextInt(200), 1 + random.nextInt(3));
    connection.commit();
    connection.setAutoCommit(true);
    review(connection, 1 + random.nextInt(PRODUCTS), 1 + random.nextInt(5));
  }

  private static void read(Connection connection, String sql, int argument) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, argument);
      try (ResultSet rows = select.executeQuery()) {
        int columns = sql.equals(BY_ID) || sql.equals(BY_CATEGORY) ? 2 : 1;
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            rows.getString(i);
          }
        }
      }
    }
  }

  private static void order(Connection connection, int product, int pieces) throws SQLException {
    read(connection, PIECES, product);
    try (PreparedStatement update = connection.prepareStatement(ORDER)) {
      update.setInt(1, pieces);
      update.setInt(2, product);
      update.executeUpdate();
    }
    read(connection, PIECES, product);
  }

  private void review(Connection connection, int product, int stars) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REVIEW)) {
      insert.setInt(1, reviews.incrementAndGet());
      insert.setInt(2, product);
      insert.setInt(3, stars);
      insert.executeUpdate();
    }
  }
}
