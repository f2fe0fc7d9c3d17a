package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.PreparedStatement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No password, literal or bind value leaves the JVM by way of the agent. */
class SecretsTest extends MirrorSuite {
  private static final String CANARY = "canary8351";

  SecretsTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createTable() {
    source.execute("create table t (id int primary key, name varchar(60))");
  }

  @Test
  void thePasswordOfTheTargetIsNotShown() {
    MirroredApp app = apps.script(source, target).set("target.password", CANARY).start();
    app.run(work());
    app.drain();

    assertNoCanary(app);
  }

  @Test
  void secretsInTheTargetsUrlAreNotShown() {
    String url = target.url() + "?password=" + CANARY + "&sslpassword=" + CANARY + "2";
    MirroredApp app = apps.script(source, url, target).start();
    app.run(work());
    app.drain();

    assertNoCanary(app);
  }

  @Test
  void secretsAreNotShownWhenTheTargetIsAway() {
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    proxy.refuse();
    String url = target.url(proxy) + "?password=" + CANARY;
    MirroredApp app =
        apps.script(source, url, target).set("shutdown.drain-timeout", "100ms").start();
    app.run(work());
    await().atMost(Duration.ofSeconds(30)).until(() -> app.metrics().errors("connection") > 1);

    assertNoCanary(app);
    assertThat(app.exit()).isZero();
    assertThat(app.stderr()).doesNotContain(CANARY);
  }

  @Test
  void literalsAndBindValuesAreNotShownWhenTheTargetFails() {
    target.execute(
        "create table t (id int primary key, name varchar(60) check (length(name) < 3))");
    MirroredApp app = mirror();
    app.run(work());
    assertThat(app.drain().failed()).isEqualTo(2);

    assertNoCanary(app);
    assertThat(app.exit()).isZero();
    assertThat(app.stderr()).doesNotContain(CANARY);
  }

  private static Step work() {
    return scene -> {
      scene.execute("a", "insert into t values (1, '" + CANARY + "')");
      try (PreparedStatement insert =
          scene.connection("a").prepareStatement("insert into t values (?, ?)")) {
        insert.setInt(1, 2);
        insert.setString(2, CANARY);
        insert.executeUpdate();
      }
    };
  }

  private static void assertNoCanary(MirroredApp app) {
    assertThat(app.stderr()).doesNotContain(CANARY);
    for (String path : new String[] {"/metrics", "/api/status", "/", "/-/ready", "/-/healthy"}) {
      assertThat(app.get(path).body()).as(path).doesNotContain(CANARY);
    }
    String threads = app.ask(scene -> String.valueOf(Thread.getAllStackTraces().keySet()));
    assertThat(threads).contains("jdbc-mirror-").doesNotContain(CANARY);
  }
}
