package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The place in the queue that a transaction takes when its commit starts. */
class OrderTest extends MirrorSuite {
  OrderTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createTableWhoseCommitCanBeSlow() {
    onBothSides("create table t (id int primary key)");
  }

  @Test
  void aTransactionWaitsForThoseThatBeganTheirCommitBefore() {
    slowDownCommitsOfOneBy(3);
    MirroredApp app = mirror();
    startSlowCommit(app);
    app.run(scene -> scene.execute("b", "insert into t values (2)"));

    assertThat(app.metrics().count("mirror_requests_in_flight")).isEqualTo(2);
    Metrics metrics = app.drain();
    assertThat(metrics.count("mirror_order_relaxed_total")).isZero();
    assertTablesEqual();
  }

  @Test
  void aCommitThatDoesNotReturnInTenSecondsLetsTheOthersPassAndIsAppliedWhenItIsKnown() {
    slowDownCommitsOfOneBy(14);
    MirroredApp app = mirror();
    startSlowCommit(app);
    app.run(scene -> scene.execute("b", "insert into t values (2)"));

    await().atMost(Duration.ofSeconds(30)).until(() -> target.count("t") == 1);
    assertThat(target.rows("select id from t")).containsExactly("2");
    assertThat(app.metrics().count("mirror_order_relaxed_total")).isOne();
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(2);
    assertThat(metrics.count("mirror_order_relaxed_total")).isOne();
    assertTablesEqual();
  }

  /** Only on the source: the target need not wait. */
  private void slowDownCommitsOfOneBy(int seconds) {
    source.execute(
        "create function wait() returns trigger language plpgsql as $$ begin"
            + " if new.id = 1 then perform pg_sleep("
            + seconds
            + "); end if; return null; end $$",
        "create constraint trigger slow after insert on t deferrable initially deferred"
            + " for each row execute function wait()");
  }

  private void startSlowCommit(MirroredApp app) {
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          scene.execute("a", "insert into t values (1)");
          Thread commit =
              new Thread(
                  () -> {
                    try {
                      connection.commit();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  });
          commit.start();
        });
    String active =
        "select count(*) from pg_stat_activity where state = 'active' and query ilike 'commit%'"
            + " and datname = '"
            + source.name()
            + "'";
    await().atMost(Duration.ofSeconds(30)).until(() -> source.rows(active).get(0).equals("1"));
  }
}
