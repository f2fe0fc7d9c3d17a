package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jdbcmirror.tests.app8.SmallApp;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The packaged jar on other Javas, with drivers that still run on Java 8. The environment variable
 * {@code JDBCMIRROR_TEST_JAVAS} holds the {@code java} executables, separated by colons.
 */
class JavaMatrixTest {
  private static final String JAVAS = "JDBCMIRROR_TEST_JAVAS";
  private static final List<String> OLD_H2 = List.of("h2-1.4.200", "h2-2.1.214");
  private static final String OLD_POSTGRES = "postgresql-42.2.29";

  @RegisterExtension final Apps apps = new Apps();

  @Test
  void oldDriversAreMirroredOnThisJava() {
    runAll(Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  @TestFactory
  Stream<DynamicTest> oldDriversAreMirroredOnEveryOtherJava() {
    String javas = System.getenv(JAVAS);
    assumeTrue(javas != null && !javas.isEmpty(), JAVAS + " is not set: this Java only");
    return Arrays.stream(javas.split(":"))
        .map(java -> DynamicTest.dynamicTest(java, () -> runAll(Path.of(java))));
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
