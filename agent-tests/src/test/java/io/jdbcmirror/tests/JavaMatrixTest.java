package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app8.SmallApp;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Servers;
import io.jdbcmirror.tests.fixture.TestJava;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged jar on every Java there is, with drivers that still run on Java 8. */
class JavaMatrixTest {
  private static final List<String> OLD_H2 = List.of("h2-1.4.200", "h2-2.1.214");
  private static final String OLD_POSTGRES = "postgresql-42.2.29";

  @RegisterExtension final Apps apps = new Apps();

  static Stream<TestJava> javas() {
    return TestJava.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void oldDriversAreMirrored(TestJava java) {
    runAll(java.executable());
  }

  private void runAll(Path java) {
    for (String h2 : OLD_H2) {
      fromEmbeddedH2ToPostgres(java, h2);
    }
    fromPostgresToPostgres(java);
  }

  private void fromEmbeddedH2ToPostgres(Path java, String h2) {
    Database target = Servers.postgresTarget().createDatabase("target");
    run(
        ForkedApp.of(SmallApp.class).arguments("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1", "sa", ""),
        java,
        h2,
        target);
  }

  private void fromPostgresToPostgres(Path java) {
    DatabaseServer server = Servers.postgresSource();
    Database source = server.createDatabase("source");
    Database target = Servers.postgresTarget().createDatabase("target");
    run(
        ForkedApp.of(SmallApp.class).arguments(source.url(), server.user(), server.password()),
        java,
        OLD_H2.get(0),
        target);
  }

  private void run(ForkedApp.Builder builder, Path java, String h2, Database target) {
    ForkedApp app =
        apps.closing(
            builder
                .java(java)
                .classPath(
                    ClassPath.java8Apps(),
                    ClassPath.oldDriver(h2),
                    ClassPath.oldDriver(OLD_POSTGRES))
                .agent()
                .setting("metrics.port", "0")
                .setting("target.url", target.url())
                .setting("target.user", target.server().user())
                .setting("target.password", target.server().password())
                .start());
    app.stdout().await("rows: 20");
    // A source in memory ends with its JVM: the agent must have asked it who it is.
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertArrived(target));
    app.endInput();

    assertThat(app.awaitExit()).isZero();
    assertThat(app.stdout().all()).containsExactly("rows: 20");
    assertThat(app.stderr().all()).allMatch(line -> line.startsWith("jdbc-mirror: "));
    assertThat(app.stderr().text()).contains("metrics on http://");
  }

  private static void assertArrived(Database target) {
    assertThat(target.rows("select count(*), max(name) from small")).containsExactly("20|name 9");
  }
}
