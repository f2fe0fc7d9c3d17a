package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the settings bound is bounded, and what passes a bound is counted with its reason. */
class BoundsTest extends MirrorSuite {
  private static final String INSERT = "insert into t values (?, ?)";
  private static final int ROWS = 200;
  private static final int SESSIONS = 6;

  BoundsTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key, name text)");
  }

  @Test
  void aFullQueueOfBytesDropsAndTheApplicationGoesOn() {
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    proxy.refuse();
    MirroredApp app =
        apps.script(source, target.url(proxy), target).set("queue.max-bytes", "64k").start();
    app.run(scene -> insert(scene, 1, ROWS, 1_000));
    long dropped = app.metrics().dropped("queue_bytes");

    assertThat(dropped).isPositive();
    assertThat(app.metrics().errors("buffer_full")).isEqualTo(dropped);
    assertThat(app.metrics().value("mirror_queue_bytes")).isLessThanOrEqualTo(64 * 1024);
    assertThat(source.count("t")).isEqualTo(ROWS);
    proxy.accept();
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(ROWS - dropped);
    assertThat(metrics.value("mirror_queue_bytes")).isZero();
    assertThat(target.count("t")).isEqualTo(metrics.mirrored());
  }

  @Test
  void aTransactionOverItsBoundIsDroppedWhole() {
    MirroredApp app = apps.script(source, target).set("transaction.max-bytes", "16k").start();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          insert(scene, 1, 100, 1_000);
          connection.commit();
          insert(scene, 101, 101, 1_000);
          connection.commit();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.dropped("transaction_too_large")).isEqualTo(100);
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.rows("select id from t")).containsExactly("101");
  }

  @Test
  void aBatchOverTheBoundIsDroppedWhole() {
    MirroredApp app = apps.script(source, target).set("transaction.max-bytes", "16k").start();
    app.run(
        scene -> {
          try (PreparedStatement insert = scene.connection("a").prepareStatement(INSERT)) {
            for (int id = 1; id <= ROWS; id++) {
              bind(insert, id, 1_000).addBatch();
            }
            insert.executeBatch();
            bind(insert, ROWS + 1, 10).addBatch();
            insert.executeBatch();
          }
        });

    Metrics metrics = app.drain();
    assertThat(metrics.dropped("transaction_too_large")).isOne();
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.count("t")).isOne();
    assertThat(metrics.value("mirror_queue_bytes")).isZero();
  }

  @Test
  void aParameterOverItsBoundIsNotCaptured() {
    MirroredApp app = apps.script(source, target).set("parameter.max-bytes", "4k").start();
    app.run(
        scene -> {
          insert(scene, 1, 1, 10_000);
          insert(scene, 2, 2, 1_000);
        });

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("parameters_not_captured")).isOne();
    assertThat(target.rows("select id from t")).containsExactly("2");
  }

  @Test
  void batchesThatAreNeverExecutedGiveBackWhatTheyHeld() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          try (Connection connection = scene.connect()) {
            PreparedStatement forgotten = connection.prepareStatement(INSERT);
            bind(forgotten, 1, 1_000).addBatch();
            PreparedStatement cleared = connection.prepareStatement(INSERT);
            bind(cleared, 2, 1_000).addBatch();
            cleared.clearBatch();
          }
          insert(scene, 3, 3, 10);
        });

    Metrics metrics = app.drain();
    assertThat(metrics.value("mirror_queue_bytes")).isZero();
    assertThat(target.rows("select id from t")).containsExactly("3");
  }

  @Test
  void severalMirrorThreadsKeepTheOrderWithinEachSession() {
    onBothSides("create table counter (id int primary key, n int)");
    for (int session = 0; session < SESSIONS; session++) {
      onBothSides("insert into counter values (" + session + ", 1)");
    }
    MirroredApp app =
        apps.script(source, target)
            .set("mirror.threads", "4")
            .set("target.max-sessions", "5")
            .start();
    app.run(
        scene -> {
          for (int round = 1; round <= 30; round++) {
            for (int session = 0; session < SESSIONS; session++) {
              scene.execute(
                  "session" + session,
                  "update counter set n = (n * 7 + " + round + ") % 1000 where id = " + session);
            }
          }
        });

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(30L * SESSIONS);
    assertTablesEqual();
  }

  private static void insert(Scene scene, int from, int to, int length) throws SQLException {
    try (PreparedStatement insert = scene.connection("a").prepareStatement(INSERT)) {
      for (int id = from; id <= to; id++) {
        bind(insert, id, length).executeUpdate();
      }
    }
  }

  private static PreparedStatement bind(PreparedStatement insert, int id, int length)
      throws SQLException {
    insert.setInt(1, id);
    insert.setString(2, "x".repeat(length));
    return insert;
  }
}
