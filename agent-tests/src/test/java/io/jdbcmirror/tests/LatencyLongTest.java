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
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the application's calls take while the target is well, and while it stands still. */
class LatencyLongTest extends MirrorSuite {
  private static final int TRANSACTIONS = Integer.getInteger("jdbcmirror.test.transactions", 3_000);

  LatencyLongTest() {
    super(Vendor.POSTGRES);
  }

  @Test
  void theApplicationWaitsForNoTarget() {
    onBothSides("create table t (id int primary key, name varchar(40))");
    long[] unmirrored = unmirrored();
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    MirroredApp app =
        apps.script(source, target.url(proxy), target).set("queue.capacity", "100000").start();
    measure(app, 0); // warms up
    app.drain();
    long[] well = measure(app, 1);
    app.drain();
    proxy.stall();
    long[] stalled = measure(app, 2);

    assertThat(app.metrics().value("mirror_queue_length")).isPositive(); // it does stand still
    System.out.printf(
        "stalled target, %d transactions each: median %d us, with a healthy one %d us, ratio %.2f;"
            + " 99th percentile %d us and %d us, ratio %.2f; with nothing mirrored %d us and %d us%n",
        TRANSACTIONS,
        stalled[0],
        well[0],
        (double) stalled[0] / well[0],
        stalled[1],
        well[1],
        (double) stalled[1] / well[1],
        unmirrored[0],
        unmirrored[1]);
    proxy.resume();
    Metrics metrics = app.drain();
    assertThat(metrics.dropped()).isZero();
    assertThat(metrics.mirrored() + metrics.failed()).isEqualTo(metrics.requests());
    assertThat(source.count("t")).isEqualTo(5L * TRANSACTIONS);
  }

  /** For comparison: a machine that the mirror keeps awake answers faster than one that idles. */
  private long[] unmirrored() {
    try (MirroredApp app = apps.script(source, target).set("exposure", "0.0").start()) {
      measure(app, 3);
      return measure(app, 4);
    }
  }

  /** Median and 99th percentile of a transaction of one insert and its commit, in microseconds. */
  private static long[] measure(MirroredApp app, int round) {
    int first = round * TRANSACTIONS;
    int count = TRANSACTIONS;
    return app.ask(scene -> transactions(scene, first, count));
  }

  private static long[] transactions(Scene scene, int first, int count) throws SQLException {
    Connection connection = scene.connection("a");
    connection.setAutoCommit(false);
    long[] nanos = new long[count];
    try (PreparedStatement insert = connection.prepareStatement("insert into t values (?, ?)")) {
      for (int i = 0; i < count; i++) {
        long start = System.nanoTime();
        insert.setInt(1, first + i);
        insert.setString(2, "name");
        insert.executeUpdate();
        connection.commit();
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    return new long[] {nanos[count / 2] / 1_000, nanos[count * 99 / 100] / 1_000};
  }
}
