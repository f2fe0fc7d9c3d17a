package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the agent starts and ends, whatever its settings: the JVM is untouched. */
class StartTest extends StartSuite {
  @Test
  void anUnknownSettingIsAWarningThatSuggestsTheNearest() {
    Database target = target();
    ForkedApp app = run(mirrored(target).setting("queue.capcity", "10"));

    assertThat(app.stderr().all())
        .anyMatch(line -> line.contains("queue.capcity") && line.contains("queue.capacity"));
    assertThat(target.count("small")).isEqualTo(20);
  }

  @Test
  void withoutATargetItDoesNothingAndSaysSo() {
    ForkedApp app = run(small().agent().setting("metrics.port", "0"));

    assertThat(app.stderr().text()).contains("target.url").doesNotContain("http://");
    assertNoStackTrace(app);
  }

  @Test
  void switchedOffItSaysNothing() {
    Database target = target();
    ForkedApp app = run(mirrored(target).setting("enabled", "false"));

    assertThat(app.stderr().all()).isEmpty();
    assertThat(hasTable(target)).isFalse();
  }

  @Test
  void inAnApplicationWithoutJdbcItSaysNothingAndHasNoThread() {
    assertUnnoticed();
  }

  /** What it has made ready for them, on a thread, it keeps. */
  @Test
  void inAnApplicationThatAsksForDriversAndHasNoneItSaysNothingAndIsLeftWithNoThread() {
    assertUnnoticed("drivers");
  }

  private void assertUnnoticed(String... arguments) {
    ForkedApp.Builder with = noJdbc().arguments(arguments).agent();
    ForkedApp app = apps.closing(with.setting("target.url", "jdbc:h2:mem:nowhere").start());
    ForkedApp without = apps.closing(noJdbc().arguments(arguments).start());

    assertThat(app.awaitExit()).isZero();
    assertThat(without.awaitExit()).isZero();
    assertThat(app.stderr().all()).isEmpty();
    assertThat(app.stdout().all()).containsExactlyInAnyOrderElementsOf(without.stdout().all());
  }

  @Test
  void aSecondAgentDoesNothingAndSaysSo() {
    Database target = target();
    ForkedApp app = run(mirrored(target).agent());

    assertThat(app.stderr().all())
        .anyMatch(line -> line.startsWith("jdbc-mirror: ") && line.contains("already"));
    assertThat(target.count("small")).isEqualTo(20);
  }

  @Test
  void withoutATargetNoClassOfADriverIsRewritten() throws IOException {
    Path without = Files.createDirectory(folder.resolve("without"));
    Path with = Files.createDirectory(folder.resolve("with"));
    run(small().agent().jvm("-Dnet.bytebuddy.dump=" + without));
    run(mirrored(target()).jvm("-Dnet.bytebuddy.dump=" + with));

    assertThat(without).isEmptyDirectory();
    assertThat(with.resolve("org.h2.Driver.class")).exists();
  }

  @Test
  void aJarUnderAnotherNameWorks() throws Exception {
    Database target = target();
    Path renamed = Files.copy(ForkedApp.agentJar(), folder.resolve("a name with blanks.jar"));
    ForkedApp app = run(small().jvm("-javaagent:" + renamed + "=" + arguments(target)));

    assertNoStackTrace(app);
    assertThat(target.count("small")).isEqualTo(20);
  }

  @Test
  void metricsCanBeOff() {
    Database target = target();
    ForkedApp app = run(mirrored(target).setting("metrics.port", "off"));

    assertThat(app.stderr().text()).doesNotContain("http://");
    assertThat(target.count("small")).isEqualTo(20);
  }

  @Test
  void atExitOneLineGivesTheOutcomes() {
    Database target = target();
    ForkedApp app = run(mirrored(target));

    // A table, twenty transactions and a query were mirrored, one insert was rolled back.
    List<String> lines = app.stderr().all();
    assertThat(lines.get(lines.size() - 1))
        .startsWith("jdbc-mirror: ")
        .contains("23")
        .contains("22")
        .contains("mirrored")
        .contains("discarded");
  }

  @Test
  void theEffectiveSettingsArePrintedOnceWithTheirSources() {
    ForkedApp app = run(mirrored(target()).setting("exposure", "0.75"));

    assertThat(app.stderr().all().stream().filter(line -> line.contains("exposure=0.75")))
        .hasSize(1)
        .allMatch(line -> line.contains("system property"));
  }

  @Test
  void settingsComeAsAgentArguments() {
    Database target = target();
    assertMirrored(target, small().agent(arguments(target)));
  }

  @Test
  void settingsComeFromAFileNamedInTheAgentArguments() throws Exception {
    Database target = target();
    Path file = Files.writeString(folder.resolve("agent.properties"), properties(target));
    assertMirrored(target, small().agent("@" + file));
  }

  @Test
  void settingsComeFromTheEnvironment() {
    Database target = target();
    assertMirrored(
        target,
        small()
            .agent()
            .environment("JDBCMIRROR_TARGET_URL", target.url())
            .environment("JDBCMIRROR_TARGET_USER", "sa")
            .environment("JDBCMIRROR_METRICS_PORT", "off"));
  }

  @Test
  void settingsComeFromAPropertiesFile() throws Exception {
    Database target = target();
    Path file = Files.writeString(folder.resolve("mirror.properties"), properties(target));
    assertMirrored(target, small().agent().setting("config", file.toString()));
  }

  @Test
  void aSystemPropertyComesBeforeAnAgentArgument() {
    Database target = target();
    ForkedApp app =
        run(small().agent(arguments(target) + ",exposure=1.0").setting("exposure", "0"));

    assertThat(app.stderr().all()).anyMatch(line -> line.contains("exposure=0 "));
    assertThat(hasTable(target)).isFalse();
  }

  @Test
  void aDriverForTheTargetComesFromAJarOfItsOwn() {
    Database target = Servers.postgresTarget().createDatabase("target");
    ForkedApp app =
        run(
            small()
                .agent()
                .setting("metrics.port", "off")
                .setting("target.url", target.url())
                .setting("target.user", target.server().user())
                .setting("target.password", target.server().password())
                .setting("target.driver-jar", ClassPath.driver("postgresql-").toString()));

    assertNoStackTrace(app);
    assertThat(target.count("small")).isEqualTo(20);
  }

  private void assertMirrored(Database target, ForkedApp.Builder builder) {
    ForkedApp app = run(builder);
    assertNoStackTrace(app);
    assertThat(target.count("small")).isEqualTo(20);
  }

  private static String arguments(Database target) {
    return "target.url=" + target.url() + ",target.user=sa,metrics.port=off";
  }

  private static String properties(Database target) {
    return "target.url=" + target.url() + "\ntarget.user=sa\nmetrics.port=off\n";
  }
}
