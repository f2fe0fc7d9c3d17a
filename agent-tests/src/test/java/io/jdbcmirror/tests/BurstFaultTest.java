package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A batch that takes too long, or whose commit is not answered. */
@OnEachVendor
class BurstFaultTest extends BurstSuite {
  BurstFaultTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void ofABatchThatRunsIntoItsTimeOutOnlyTheOneThatIsLockedFails() throws Exception {
    for (int i = 0; i < 100; i++) {
      onBothSides("insert into t values (" + i + ", 'free')");
    }
    Metrics metrics =
        behindALock(
            "update t set v = 'locked' where id = 50",
            scene -> {
              update(scene.connection("a"), 0, 100);
              insert(scene.connection("a"), 100, 200, "new");
            });

    assertThat(metrics.failed()).as("%s", metrics).isOne();
    assertThat(metrics.mirrored()).isEqualTo(1 + 99 + 100);
    assertThat(batched(metrics)).isGreaterThan(90); // the inserts that come after it
    assertThat(metrics.errors()).isOne();
    assertThat(metrics.errors("timeout")).isOne();
    assertThat(verdicts(metrics, "error_new")).isOne();
    assertThat(verdicts(metrics, "match")).isEqualTo(1 + 99 + 100);
    target.execute("update t set v = 'changed 50' where id = 50");
    assertTablesEqual();
  }

  @Test
  void aTransactionWhoseBatchRunsIntoItsTimeOutFailsAloneAndWhole() throws Exception {
    Metrics metrics =
        behindALock(
            "insert into t values (50, 'not committed')",
            scene -> insertInThreeTransactions(scene.connection("a")));

    assertThat(metrics.failed()).as("%s", metrics).isEqualTo(100);
    assertThat(metrics.mirrored()).isEqualTo(1 + 200);
    assertThat(batched(metrics)).isEqualTo(100); // of the last one there is no other behind
    assertThat(metrics.errors()).isOne();
    assertThat(metrics.errors("timeout")).isOne();
    assertThat(verdicts(metrics, "error_new")).isOne();
    assertThat(target.count("t")).isEqualTo(1 + 200);
  }

  @Test
  void aBurstCutInItsCommitIsFailedAndNotRepeated() {
    onBothSides("create table k (id int, v varchar(20))"); // no key: what is applied twice shows
    String url = target.url(proxy);
    // Without prepared statements of the server's, which would send COMMIT under another name.
    start(apps.script(source, isPostgres() ? url + "?prepareThreshold=0" : url, target));
    proxy.cutOnce("COMMIT", TcpProxy.Cut.AFTER_FORWARDING);
    Metrics metrics = behind(scene -> insertWithoutKey(scene.connection("a")));

    long lost = metrics.failed();
    assertThat(proxy.timesCut()).isOne();
    assertThat(lost).as("%s", metrics).isBetween(2L, 500L);
    assertThat(metrics.mirrored()).isEqualTo(1 + ROWS - lost);
    assertThat(metrics.errors()).isEqualTo(lost);
    assertThat(metrics.errors("connection") + metrics.errors("io")).isEqualTo(lost);
    assertThat(metrics.count("mirror_not_compared_total", "reason", "target_unavailable"))
        .isEqualTo(lost);
    assertThat(verdicts(metrics, "match")).isEqualTo(1 + ROWS - lost);
    assertThat(target.count("k")).isIn(ROWS - lost, (long) ROWS);
    assertThat(target.rows("select id from k group by id having count(*) > 1")).isEmpty();
  }

  /** While a transaction of somebody else's has executed the statement, and goes on. */
  private Metrics behindALock(String statement, Step step) throws SQLException {
    // H2 waits for locks as its URL says, whatever the statement's limit.
    String url = target.url(proxy).replace("LOCK_TIMEOUT=20000", "LOCK_TIMEOUT=500");
    start(apps.script(source, url, target).set("target.statement-timeout", "1s"));
    try (Connection other = target.connect();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute(statement);
      Metrics metrics = behind(step);
      other.rollback();
      return metrics;
    }
  }

  private static void insertWithoutKey(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into k (id, v) values (?, ?)")) {
      for (int i = 0; i < ROWS; i++) {
        insert.setInt(1, i);
        insert.setString(2, "new");
        insert.executeUpdate();
      }
    }
  }
}
