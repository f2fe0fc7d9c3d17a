package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Servers;
import io.jdbcmirror.tests.fixture.SilentServer;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every driver that can be run is kept from waiting for ever for a server that never answers. */
class SilentTargetTest {
  @RegisterExtension final Apps apps = new Apps();

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://127.0.0.1:%d/x, postgresql",
    "jdbc:mariadb://127.0.0.1:%d/x, mariadb-java-client",
    "jdbc:mysql://127.0.0.1:%d/x, mysql-connector-j",
    "jdbc:h2:tcp://127.0.0.1:%d/./x, h2",
    "jdbc:hsqldb:hsql://127.0.0.1:%d/x, hsqldb",
    "jdbc:derby://127.0.0.1:%d/x, derbyclient"
  })
  void anAttemptToConnectEndsAndIsRepeated(String url, String driver) {
    Database source = Servers.h2Source().createDatabase("source");
    source.execute("create table t (id int)");
    SilentServer silent = apps.closing(new SilentServer());
    MirroredApp app =
        apps.script(source, url.formatted(silent.port()), source)
            .with(ClassPath.drivers("mysql-connector-j", "hsqldb", "derbyclient", "derbyshared"))
            .set("target.connect-timeout", "300ms")
            .set("shutdown.drain-timeout", "0ms")
            .start();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));

    await().atMost(Duration.ofSeconds(60)).until(() -> app.metrics().errors("connection") >= 3);
    assertThat(silent.accepted()).as(driver).isGreaterThanOrEqualTo(3);
    assertThat(app.exit()).isZero();
    assertThat(app.stderr()).contains("dropped{shutdown=1}");
  }
}
