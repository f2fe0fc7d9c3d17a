package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;

/** Holds the target back until there is a backlog, which then goes there in batches. */
abstract class BurstSuite extends MirrorSuite {
  static final int ROWS = 700;

  private static final String INSERT = "insert into t (id, v) values (?, ?)";
  static final String UPDATE = "update t set v = ? where id = ?";

  TcpProxy proxy;
  private MirroredApp app;

  BurstSuite(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void putAProxyBeforeTheTarget() {
    onBothSides("create table t (id int primary key, v varchar(20))");
    proxy = apps.closing(new TcpProxy(target.server().port()));
  }

  /** Starts it, and lets it execute one request, so that its session on the target is open. */
  final void start(Apps.Starter starter) {
    app = starter.start();
    app.run(scene -> scene.execute("a", "insert into t values (-1, 'first')"));
    app.drain();
  }

  /** Lets the application do it while no byte passes to the target, and the mirror after that. */
  final Metrics behind(Step step) {
    proxy.stall();
    app.run(step);
    proxy.resume();
    return app.compared();
  }

  final void assertAllMatch(Metrics metrics, long requests) {
    assertThat(metrics.mirrored()).as("%s", metrics).isEqualTo(requests);
    assertThat(verdicts(metrics, "match")).as("%s", metrics).isEqualTo(requests);
    assertThat(metrics.count("mirror_latency_seconds_count", "side", "target"))
        .isEqualTo(requests - batched(metrics));
    assertTablesEqual();
  }

  static long batched(Metrics metrics) {
    return metrics.count("mirror_batched_requests_total");
  }

  static long verdicts(Metrics metrics, String verdict) {
    return metrics.count("mirror_comparisons_total", "verdict", verdict);
  }

  static void insert(Connection connection, int from, int to, String value) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = from; i < to; i++) {
        insert.setInt(1, i);
        insert.setString(2, value);
        insert.executeUpdate();
      }
    }
  }

  /** A hundred each. */
  static void insertInThreeTransactions(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    for (int i = 0; i < 300; i += 100) {
      insert(connection, i, i + 100, "new");
      connection.commit();
    }
  }

  static void update(Connection connection, int from, int to) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (int i = from; i < to; i++) {
        update.setString(1, "changed " + i);
        update.setInt(2, i);
        update.executeUpdate();
      }
    }
  }
}
