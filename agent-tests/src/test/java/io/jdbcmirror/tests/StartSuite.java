package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app8.NoJdbcApp;
import io.jdbcmirror.tests.app8.SmallApp;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Servers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the agent's start share: small applications, and what they print without it. */
abstract class StartSuite {
  private static final List<String> OUTPUT = List.of("rows: 20");

  @RegisterExtension final Apps apps = new Apps();
  @TempDir Path folder;

  /** Runs it to its end: whatever the agent does, the application prints what it always prints. */
  final ForkedApp run(ForkedApp.Builder builder) {
    ForkedApp app = apps.closing(builder.start());
    app.stdout().await("rows: ");
    app.endInput(); // the agent drains what is queued before the JVM ends
    assertThat(app.awaitExit()).isZero();
    assertThat(app.stdout().all()).isEqualTo(OUTPUT);
    return app;
  }

  static Database target() {
    return Servers.h2Target().createDatabase("target");
  }

  /** On a database on a server. */
  static ForkedApp.Builder small() {
    Database source = Servers.h2Source().createDatabase("source");
    return small(source.url(), source.server().user(), source.server().password());
  }

  private static ForkedApp.Builder small(String... arguments) {
    return ForkedApp.of(SmallApp.class)
        .classPath(ClassPath.java8Apps(), ClassPath.driver("h2-"))
        .jvm("-Xmx256m", "-XX:TieredStopAtLevel=1")
        .arguments(arguments);
  }

  /** On a database of its own, with the settings of a target that does not exist. */
  static ForkedApp.Builder inMemory() {
    return small("jdbc:h2:mem:shop", "sa", "")
        .setting("metrics.port", "0")
        .setting("shutdown.drain-timeout", "0ms")
        .setting("target.url", "jdbc:h2:tcp://127.0.0.1:1/nowhere");
  }

  static ForkedApp.Builder mirrored(Database target) {
    return small()
        .agent()
        .setting("metrics.port", "0")
        .setting("target.url", target.url())
        .setting("target.user", target.server().user());
  }

  static ForkedApp.Builder noJdbc() {
    return ForkedApp.of(NoJdbcApp.class)
        .classPath(ClassPath.java8Apps())
        .jvm("-XX:TieredStopAtLevel=1");
  }

  static void assertNoStackTrace(ForkedApp app) {
    assertThat(app.stderr().all()).noneMatch(line -> line.startsWith("\tat "));
    assertThat(app.stderr().all()).allMatch(line -> line.startsWith("jdbc-mirror: "));
  }

  static boolean hasTable(Database target) {
    String tables = "select count(*) from information_schema.tables where table_name = 'SMALL'";
    return !target.rows(tables).get(0).equals("0");
  }
}
