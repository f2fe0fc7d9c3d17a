package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The target is never the source, by whatever name it is reached. */
@OnEachVendor
class TargetSafetyTest extends MirrorSuite {
  TargetSafetyTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int)");
  }

  @Test
  void theSameUrlIsRefused() {
    assertRefused(source.url());
  }

  @Test
  void anotherNameOfTheSameHostIsRefused() {
    assertRefused(source.server().url("localhost", source.server().port(), source.name()));
  }

  @Test
  void theSameServerBehindAProxyIsRefused() {
    TcpProxy proxy = apps.closing(new TcpProxy(source.server().port()));
    assertRefused(source.url(proxy));
  }

  @Test
  void anotherDatabaseOnTheSameServerIsAllowed() {
    Database neighbour = vendor.source().createDatabase("neighbour");
    neighbour.execute("create table t (id int)");
    MirroredApp app = apps.script(source, neighbour).start();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isOne();
    assertThat(metrics.count("mirror_target_refused")).isZero();
    assertThat(neighbour.count("t")).isOne();
    if (isPostgres()) { // an H2 database does not say whose process it is in
      assertThat(app.process().stderr().all())
          .anyMatch(line -> line.contains("warning") && line.contains("another database"));
    }
  }

  private void assertRefused(String targetUrl) {
    MirroredApp app = apps.script(source, targetUrl, source).start();
    app.run(scene -> scene.execute("a", "insert into t values (1)", "insert into t values (2)"));

    Metrics metrics = app.drain();
    assertThat(metrics.dropped("refused")).isEqualTo(2);
    assertThat(metrics.mirrored()).isZero();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> app.metrics().count("mirror_target_refused") == 1);
    assertThat(app.get("/-/ready").statusCode()).isEqualTo(503);
    assertThat(source.rows("select id from t order by id")).containsExactly("1", "2");
    app.run(scene -> scene.execute("a", "insert into t values (3)"));
    assertThat(app.drain().dropped("refused")).isEqualTo(3);
    assertThat(source.count("t")).isEqualTo(3);
  }
}
