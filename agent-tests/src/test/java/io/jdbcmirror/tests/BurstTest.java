package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The target is held back until there is a backlog, which then goes there in batches: with the same
 * outcomes, verdicts and contents as one by one.
 */
@OnEachVendor
class BurstTest extends BurstSuite {
  BurstTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void startTheApplication() {
    start(apps.script(source, target.url(proxy), target));
  }

  @Test
  void statementsThatCommitByThemselvesAreMirroredTogether() {
    Metrics metrics =
        behind(
            scene -> {
              insert(scene.connection("a"), 0, ROWS, "new");
              update(scene.connection("a"), 0, ROWS);
            });

    assertAllMatch(metrics, 1 + 2 * ROWS);
    assertThat(batched(metrics)).isGreaterThan(ROWS);
  }

  @Test
  void runsWithinOneTransactionAreMirroredTogether() {
    Metrics metrics =
        behind(
            scene -> {
              scene.execute("b", "update t set v = 'held'");
              Connection connection = scene.connection("a");
              connection.setAutoCommit(false);
              for (int i = 0; i < 3; i++) {
                insert(connection, 100 * i, 100 * (i + 1), "new");
                scene.execute("a", "update t set v = 'plain' where id = " + 100 * i);
                update(connection, 100 * i, 100 * (i + 1));
                connection.commit();
              }
            });

    assertAllMatch(metrics, 2 + 3 * 201);
    assertThat(batched(metrics)).isBetween(400L, 600L); // of the last one there is no other behind
  }

  @Test
  void orderHoldsBetweenSessions() {
    Metrics metrics =
        behind(
            scene -> {
              for (int i = 0; i < 20; i++) {
                insert(scene.connection("a"), 10 * i, 10 * (i + 1), "of a");
                update(scene.connection("b"), 10 * i, 10 * (i + 1));
                update(scene.connection("a"), 10 * i, 10 * i + 1);
                scene.execute("b", "delete from t where id = " + (10 * i + 5));
                insert(scene.connection("a"), 10 * i + 5, 10 * i + 6, "again");
              }
            });

    assertAllMatch(metrics, 1 + 20 * 23);
    assertThat(batched(metrics)).isGreaterThan(100);
  }

  @Test
  void ofABatchWithOneThatTheTargetRefusesOnlyThatOneFails() {
    target.execute("insert into t values (333, 'in the way')");
    Metrics metrics = behind(scene -> insert(scene.connection("a"), 0, ROWS, "new"));

    assertThat(metrics.failed()).as("%s", metrics).isOne();
    assertThat(metrics.mirrored()).isEqualTo(ROWS);
    assertThat(metrics.errors()).isOne();
    assertThat(metrics.errors("query")).isOne();
    assertThat(verdicts(metrics, "error_new")).isOne();
    assertThat(verdicts(metrics, "match")).isEqualTo(ROWS);
    target.execute("update t set v = 'new' where id = 333");
    assertTablesEqual();
  }

  @Test
  void aTransactionWithOneThatTheTargetRefusesFailsAloneAndWhole() {
    target.execute("insert into t values (150, 'in the way')");
    Metrics metrics =
        behind(
            scene -> {
              Connection connection = scene.connection("a");
              insertInThreeTransactions(connection);
              connection.setAutoCommit(true);
              insert(connection, 300, 301, "last");
            });

    assertThat(metrics.failed()).as("%s", metrics).isEqualTo(100);
    assertThat(metrics.transactions("failed")).isOne();
    assertThat(metrics.mirrored()).isEqualTo(202);
    assertThat(metrics.errors()).isOne();
    assertThat(verdicts(metrics, "error_new")).isOne();
    assertThat(target.count("t")).isEqualTo(1 + 201 + 1);
  }

  @Test
  void aConnectionThatBreaksInABatchDoublesNothingAndLosesNothing() {
    onBothSides("create table k (id int, v varchar(20))"); // no key: what is applied twice shows
    proxy.cutOnce("cut here", TcpProxy.Cut.AFTER_FORWARDING);
    Metrics metrics =
        behind(
            scene -> {
              try (PreparedStatement insert =
                  scene.connection("a").prepareStatement("insert into k (id, v) values (?, ?)")) {
                for (int i = 0; i < ROWS; i++) {
                  insert.setInt(1, i);
                  insert.setString(2, i >= 200 && i < 300 ? "cut here" : "new");
                  insert.executeUpdate();
                }
              }
            });

    assertThat(proxy.timesCut()).isOne();
    assertThat(metrics.errors()).as("%s", metrics).isOne();
    assertAllMatch(metrics, 1 + ROWS);
  }

  @Test
  void whatASequenceWouldMissIsNotSentTogether() {
    onBothSides("create table s (id " + identity() + " primary key, v varchar(20))");
    target.execute("create unique index once on s (v)");
    Metrics metrics =
        behind(
            scene -> {
              try (PreparedStatement insert =
                  scene.connection("a").prepareStatement("insert into s (v) values (?)")) {
                for (int i = 0; i < 100; i++) {
                  insert.setString(1, "v" + (i == 50 ? 49 : i));
                  insert.executeUpdate();
                }
              }
            });

    assertThat(batched(metrics)).isZero();
    assertThat(metrics.failed()).isOne();
    assertThat(target.rows("select max(id) from s"))
        .isEqualTo(source.rows("select max(id) from s"));
  }
}
