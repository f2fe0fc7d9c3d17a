package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the plan that this program comes from asks for, on real PostgreSQL servers. */
class SeedTest extends MirrorSuite {
  private static final int THREADS = 16;

  SeedTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createTable() {
    source.execute("create table t (id int primary key)");
  }

  @Test
  void aSuccessfulRequestIsCountedWithItsLatencyOnBothSides() {
    target.execute("create table t (id int primary key)");
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isOne();
    assertThat(metrics.mirrored()).isOne();
    assertThat(metrics.transactions("mirrored")).isOne();
    assertThat(metrics.count("mirror_latency_seconds_count", "side", "source")).isOne();
    assertThat(metrics.count("mirror_latency_seconds_count", "side", "target")).isOne();
    assertThat(metrics.value("mirror_latency_seconds_sum", "side", "target")).isPositive();
    assertTablesEqual();
  }

  @Test
  void aFailedRequestIsCountedByItsType() {
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));

    Metrics metrics = app.drain();
    assertThat(metrics.failed()).isOne();
    assertThat(metrics.mirrored()).isZero();
    assertThat(metrics.errors("query")).isOne();
    assertThat(metrics.count("mirror_errors_query_total")).isOne();
    assertThat(metrics.errors()).isOne();
    assertThat(source.count("t")).isOne();
  }

  @Test
  void everyRequestIsCountedInTotalAlsoOneThatExposureLeavesOut() {
    MirroredApp app = apps.script(source, target).set("exposure", "0.5").start();
    app.run(SeedTest::selectOneTenTimes);

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(10);
    assertThat(metrics.unsampled() + metrics.mirrored()).isEqualTo(10);
  }

  @Test
  void exposureZeroQueuesNothing() {
    MirroredApp app = apps.script(source, target).set("exposure", "0.0").start();
    app.run(SeedTest::selectOneTenTimes);

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(10);
    assertThat(metrics.unsampled()).isEqualTo(10);
    assertThat(metrics.count("mirror_queue_length")).isZero();
    assertThat(metrics.count("mirror_queue_wait_seconds_count")).isZero();
    assertThat(metrics.count("mirror_latency_seconds_count")).isZero();
  }

  @Test
  void aFullQueueDropsCountsTheDropAndTheErrorAndTheApplicationGoesOn() {
    target.execute("create table t (id int primary key)");
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    proxy.refuse();
    MirroredApp app =
        apps.script(source, target.url(proxy), target).set("queue.capacity", "4").start();
    app.run(
        scene -> {
          for (int i = 1; i <= 20; i++) {
            scene.execute("a", "insert into t values (" + i + ")");
          }
        });

    assertThat(source.count("t")).isEqualTo(20);
    assertThat(app.metrics().count("mirror_queue_capacity")).isEqualTo(4);
    proxy.accept();
    Metrics metrics = app.drain();
    assertThat(metrics.dropped("queue_full")).isBetween(10L, 16L);
    assertThat(metrics.errors("buffer_full")).isEqualTo(metrics.dropped("queue_full"));
    assertThat(metrics.count("mirror_errors_buffer_full_total"))
        .isEqualTo(metrics.dropped("queue_full"));
    assertThat(metrics.mirrored()).isEqualTo(20 - metrics.dropped("queue_full"));
    assertThat(target.count("t")).isEqualTo(metrics.mirrored());
  }

  @Test
  void tenTimesSelectOneRaisesMirroredByTen() {
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", "select 2"));
    long before = app.drain().mirrored();
    app.run(SeedTest::selectOneTenTimes);

    assertThat(app.drain().mirrored()).isEqualTo(before + 10);
  }

  @Test
  void aStoppedTargetRaisesConnectionErrorsAndMirroringGoesOnWhenItIsStartedAgain() {
    target.execute("create table t (id int primary key)");
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));
    long before = app.drain().count("mirror_errors_connection_total");

    target.server().stop();
    app.run(scene -> scene.execute("a", "insert into t values (2)", "insert into t values (3)"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> app.metrics().count("mirror_errors_connection_total") > before);
    assertThat(app.metrics().count("mirror_target_up")).isZero();
    assertThat(app.get("/-/ready").statusCode()).isEqualTo(503);

    target.server().start();
    app.run(scene -> scene.execute("a", "insert into t values (4)"));
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(4);
    assertThat(metrics.errors("connection"))
        .isEqualTo(metrics.count("mirror_errors_connection_total"));
    assertThat(metrics.count("mirror_target_up")).isOne();
    assertTablesEqual();
  }

  @Test
  void countersAreRightUnderSixteenThreads() {
    onBothSides("create table many (thread int, number int, primary key (thread, number))");
    target.execute("create table t (id int primary key)");
    MirroredApp app = mirror();
    app.run(SeedTest::workInSixteenThreads);

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(THREADS * (50 + 10 * 3));
    assertThat(metrics.mirrored()).isEqualTo(metrics.requests());
    assertThat(metrics.transactions("mirrored")).isEqualTo(THREADS * (50 + 10));
    long batched =
        metrics.count("mirror_batched_requests_total"); // these have no time of their own
    assertThat(metrics.count("mirror_latency_seconds_count", "side", "target"))
        .isEqualTo(metrics.requests() - batched);
    assertTablesEqual();
  }

  private static void selectOneTenTimes(Scene scene) throws SQLException {
    try (Statement statement = scene.connection("a").createStatement()) {
      for (int i = 0; i < 10; i++) {
        statement.executeQuery("SELECT 1").close();
      }
    }
  }

  private static void workInSixteenThreads(Scene scene) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> results = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int number = thread;
      results.add(
          threads.submit(
              () -> {
                insert80(scene, number);
                return null;
              }));
    }
    for (Future<?> result : results) {
      result.get();
    }
    threads.shutdown();
  }

  private static void insert80(Scene scene, int thread) throws SQLException {
    try (Connection connection = scene.connect();
        PreparedStatement insert = connection.prepareStatement("insert into many values (?, ?)")) {
      insert.setInt(1, thread);
      for (int number = 0; number < 50; number++) {
        insert.setInt(2, number);
        insert.executeUpdate();
      }
      connection.setAutoCommit(false);
      for (int number = 50; number < 80; number++) {
        insert.setInt(2, number);
        insert.executeUpdate();
        if (number % 3 == 1) {
          connection.commit();
        }
      }
      connection.commit();
    }
  }
}
