package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.PostgresPair;
import io.jdbcmirror.tests.fixture.Servers;
import io.jdbcmirror.tests.fixture.TableCompare;
import io.jdbcmirror.tests.fixture.TcpProxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers of one origin, with one system identifier and the same databases, are two servers. */
class PostgresCopiesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @RegisterExtension final Apps apps = new Apps();

  @Test
  void aStandbyIsAnotherServerAndSoIsThePromotedCopy() {
    PostgresPair pair = apps.closing(PostgresPair.started());
    Database source = pair.first().createDatabase("shop");
    source.execute("create table t (id int)");
    Database standby = new Database(pair.second(), source.name());
    await().atMost(LIMIT).ignoreExceptions().until(() -> standby.count("t") == 0);
    MirroredApp app = apps.script(source, standby).start();
    app.run(insert(1));
    Metrics metrics = app.drain();
    assertThat(metrics.failed()).isOne();
    assertThat(metrics.count("mirror_target_refused")).isZero();

    await().atMost(LIMIT).until(() -> standby.count("t") == 1); // by replication
    standby.rows("select pg_promote()");
    app.run(insert(2));
    assertThat(app.drain().mirrored()).isOne();
    assertThat(app.metrics().count("mirror_target_refused")).isZero();
    assertThat(app.stderr()).doesNotContain("own server");
    TableCompare.assertEqual(source, standby);
  }

  @Test
  void aTargetThatFailsOverToItsCopyGoesOnWithoutALoss() {
    PostgresPair pair = apps.closing(PostgresPair.started());
    Database source = Servers.postgresSource().createDatabase("source");
    source.execute("create table t (id int)");
    Database target = pair.first().createTwin(source);
    target.execute("create table t (id int)");
    TcpProxy proxy = apps.closing(new TcpProxy(pair.first().port()));
    MirroredApp app = apps.script(source, target.url(proxy), target).start();
    app.run(insert(1));
    app.drain();

    Database standby = new Database(pair.second(), target.name());
    await().atMost(LIMIT).ignoreExceptions().until(() -> standby.count("t") == 1);
    pair.first().kill();
    app.run(insert(2));
    await().atMost(LIMIT).until(() -> app.metrics().errors("connection") > 0);
    standby.rows("select pg_promote()");
    proxy.leadTo(pair.second().port());
    app.run(insert(3));

    assertThat(app.drain().mirrored()).isEqualTo(3);
    TableCompare.assertEqual(source, standby);
  }

  private static Step insert(int id) {
    return scene -> scene.execute("a", "insert into t values (" + id + ")");
  }
}
