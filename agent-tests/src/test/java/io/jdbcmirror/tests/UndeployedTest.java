package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Deployment;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is queued when an application ends with its driver arrives by the next one's. */
class UndeployedTest extends UndeployedSuite {
  @Test
  void whatIsQueuedWaitsForTheNextDeployment() {
    MirroredApp app = throughProxy().start();
    endWithQueuedWork(app);
    app.process().stderr().await("wait for a driver: its class loader is closed");
    assertThat(app.get("/-/ready").statusCode()).isEqualTo(503);

    deploy(app, "new");
    execute(app, "new", "insert into t values (3)");
    assertThat(app.drain().mirrored()).isEqualTo(3);
    assertThat(target.rows("select id from t")).containsExactly("1", "2", "3");
    assertThat(app.get("/-/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void orIsAppliedByTheDriverOfAnotherApplication() {
    MirroredApp app = throughProxy().start();
    deploy(app, "other");
    endWithQueuedWork(app);

    assertThat(app.drain().mirrored()).isEqualTo(2);
    assertThat(target.rows("select id from t")).containsExactly("1", "2");
    assertThat(app.stderr()).doesNotContain("wait for a driver");
  }

  @Test
  void orByTheAgentsOwnWhichAsksTheSourceToo() {
    source = Vendor.POSTGRES.source().createDatabase("source");
    source.execute("create table t (id int)");
    MirroredApp app =
        throughProxy().set("target.driver-jar", ClassPath.driver("postgresql-").toString()).start();
    endWithQueuedWork(app);

    assertThat(app.drain().mirrored()).isEqualTo(2);
    assertThat(target.rows("select id from t")).containsExactly("1", "2");
  }

  /** What the driver needs for an error it has never loaded. */
  @Test
  void aConnectionOfAClosedLoaderIsReplacedAsItFails() {
    MirroredApp app = throughProxy().start();
    deploy(app, "old");
    deploy(app, "new");
    execute(app, "old", "insert into t values (1)");
    app.drain();
    app.run(scene -> scene.kept("old", Deployment.class).shut());
    target.execute("alter table t add constraint small check (id < 3)");
    execute(app, "old", "insert into t values (3)");
    await().atMost(Duration.ofSeconds(30)).until(() -> app.metrics().failed() > 0);
    execute(app, "old", "insert into t values (2)");

    Metrics metrics = app.drain();
    assertThat(metrics.errors("query")).isOne();
    assertThat(metrics.errors("other")).isOne();
    assertThat(metrics.failed()).isOne();
    assertThat(metrics.mirrored()).isEqualTo(2);
    assertThat(target.rows("select id from t")).containsExactly("1", "2");
  }
}
