package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Beans;
import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No password, literal or bind value leaves the JVM by way of the agent. */
@OnEachVendor
class SecretsTest extends MirrorSuite {
  private static final String CANARY = "canary8351";

  SecretsTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    source.execute("create table t (id int primary key, name varchar(60))");
  }

  @Test
  void thePasswordOfTheTargetIsNotShown() {
    MirroredApp app = start("target.password", CANARY);

    assertNoCanary(app);
  }

  @Test
  void thePasswordInAFileIsNotShownAndNothingOfItIsInJmx(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), CANARY);
    MirroredApp app = start("target.password-file", file.toString());

    assertNoCanary(app);
    String beans = app.ask(scene -> Beans.text());
    assertThat(beans).contains("HeapMemoryUsage").doesNotContain(CANARY);
  }

  /** One whose target has a user with the canary for a password. */
  private MirroredApp start(String key, String value) {
    String user = "canary_" + target.name();
    switch (vendor) {
      case H2 -> target.execute("create user " + user + " password '" + CANARY + "' admin");
      case POSTGRES ->
          target.execute("create role " + user + " superuser login password '" + CANARY + "'");
      case MARIADB ->
          target.execute(
              "create user " + user + " identified by '" + CANARY + "'",
              "grant all on *.* to " + user);
    }
    MirroredApp app =
        apps.script(source.url(), source.server().user(), source.server().password())
            .target(target.url(), user, "")
            .set(key, value)
            .start();
    app.run(work());
    assertThat(app.drain().failed()).isEqualTo(2); // it has no such table
    return app;
  }

  @Test
  void secretsInTheTargetsUrlAreNotShown() {
    MirroredApp app = apps.script(source, withSecrets(target.url()), target).start();
    app.run(work());
    if (vendor == Vendor.H2) { // a URL that runs statements is refused: with its name alone
      assertThat(app.stderr()).contains("INIT", "unmirrored").doesNotContain(CANARY);
      return;
    }
    app.drain();

    assertNoCanary(app);
  }

  @Test
  void secretsInTheSourcesUrlAreNotShown() {
    MirroredApp app = mirror();
    String url = withSecrets(source.url());
    app.run(
        scene -> {
          try (Connection connection = scene.connect(url)) {
            connection.createStatement().execute("select 1");
          } catch (SQLException e) {
            scene.execute("a", "select 1"); // a driver that knows no such parameter
          }
        });
    assertThat(app.drain().mirrored()).isPositive();

    assertNoCanary(app);
  }

  @Test
  void secretsAreNotShownWhenTheTargetIsAway() {
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    proxy.refuse();
    MirroredApp app =
        apps.script(
                source,
                vendor == Vendor.H2 ? target.url(proxy) : withSecrets(target.url(proxy)),
                target)
            .set("shutdown.drain-timeout", "100ms")
            .start();
    app.run(work());
    await().atMost(Duration.ofSeconds(30)).until(() -> app.metrics().errors("connection") > 0);

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

  /** A message of the target that quotes the key, and one that quotes the statement. */
  @Test
  void whatTheTargetQuotesIsNotShown() {
    target.execute(
        "create table t (name varchar(60) primary key, id int)",
        "insert into t values ('" + CANARY + "', 1)");
    MirroredApp app = mirror();
    app.run(work());
    app.run(scene -> scene.execute("a", "insert into t (id, name) values (3, '" + CANARY + "')"));
    assertThat(app.drain().failed()).isEqualTo(3);

    assertNoCanary(app);
  }

  private String withSecrets(String url) {
    return switch (vendor) {
      case POSTGRES -> url + "?password=" + CANARY + "&sslpassword=" + CANARY;
      case MARIADB -> url + "&connectionAttributes=secret:" + CANARY;
      case H2 -> url + ";INIT=SET @SECRET = '" + CANARY + "'";
    };
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
    for (String path :
        new String[] {
          "/metrics",
          "/api/status",
          "/api/digests",
          "/report",
          "/report.json",
          "/",
          "/-/ready",
          "/-/healthy"
        }) {
      assertThat(app.get(path).body()).as(path).doesNotContain(CANARY);
    }
    String threads = app.ask(scene -> String.valueOf(Thread.getAllStackTraces().keySet()));
    assertThat(threads).contains("jdbc-mirror-").doesNotContain(CANARY);
  }
}
