package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings can be read, but what they name, or the JVM around, is not as it should be. */
class EnvironmentTest extends StartSuite {
  @Test
  void aTakenPortLeavesTheMirrorWithoutHttp() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertMirroredWithoutHttp("metrics.port", String.valueOf(taken.getLocalPort()));
    }
  }

  @Test
  void anAddressThatIsNotThisMachinesLeavesTheMirrorWithoutHttp() {
    assertMirroredWithoutHttp("metrics.host", "192.0.2.1");
  }

  @Test
  void aKeystoreThatIsNoneLeavesTheMirrorWithoutHttp() throws IOException {
    Path garbage = Files.writeString(folder.resolve("garbage"), "no keystore\n");
    assertMirroredWithoutHttp(
        "metrics.keystore",
        garbage.toString(),
        "-Djdbcmirror.metrics.keystore-password-file=" + garbage);
  }

  @Test
  void aFolderForTemporaryFilesIsNotNeeded() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    for (Path noFolder : List.of(folder.resolve("missing"), file, Path.of("/proc"))) {
      Database target = target();
      ForkedApp app = run(mirrored(target).jvm("-Djava.io.tmpdir=" + noFolder));

      assertThat(app.stderr().text()).contains("metrics on http").doesNotContain("Exception");
      assertThat(target.count("small")).isEqualTo(20);
    }
  }

  @Test
  void aDeadTargetIsSaid() {
    String said = runUntilTheTargetIsDown(inMemory().agent());

    assertThat(said).contains("connection error");
  }

  @Test
  void aPasswordThatTheTargetRefusesIsSaid() {
    Database target = target();
    String said =
        runUntilTheTargetIsDown(mirrored(target).setting("target.password", "a wrong one"));

    assertThat(said).contains("SQLState 28000").doesNotContain("a wrong one");
    assertThat(hasTable(target)).isFalse();
  }

  @Test
  void aDriverJarThatIsNoneIsSaid() throws IOException {
    Path garbage = Files.writeString(folder.resolve("driver.jar"), "no jar\n");
    String said =
        runUntilTheTargetIsDown(
            mirrored(target()).setting("target.driver-jar", garbage.toString()));

    assertThat(said).containsIgnoringCase("driver");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.sql", "java.sql,java.naming,java.management,java.logging"})
  void withoutTheModuleOfTheHttpServerItMirrorsAndSaysSo(String modules) {
    Database target = target();
    ForkedApp app = run(mirrored(target).jvm("--limit-modules", modules));

    assertThat(app.stderr().text())
        .contains("this Java runtime has no module jdk.httpserver")
        .doesNotContain("JMX");
    assertNoStackTrace(app);
    assertThat(target.count("small")).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"java.base", "java.instrument", "jdk.httpserver", "java.logging"})
  void withoutTheModuleOfJdbcItSaysNothing(String modules) {
    for (ForkedApp.Builder app : List.of(noJdbc(), inMemory())) {
      assertUnchanged(app.jvm("--limit-modules", modules));
    }
  }

  /** What it prints without the agent it prints with it, whatever its exit status. */
  private void assertUnchanged(ForkedApp.Builder builder) {
    ForkedApp without = apps.closing(builder.start());
    ForkedApp with = apps.closing(builder.agent().start());
    without.endInput();
    with.endInput();
    assertThat(with.awaitExit()).isEqualTo(without.awaitExit());
    assertThat(with.stdout().all()).containsExactlyInAnyOrderElementsOf(without.stdout().all());
    assertThat(with.stderr().all()).isEqualTo(without.stderr().all());
  }

  /**
   * @return the line that says so
   */
  private String runUntilTheTargetIsDown(ForkedApp.Builder builder) {
    ForkedApp app = apps.closing(builder.setting("shutdown.drain-timeout", "0ms").start());
    String said = app.stderr().await("the target is down");
    app.endInput();
    assertThat(app.awaitExit()).isZero();
    assertThat(app.stdout().all()).containsExactly("rows: 20");
    assertNoStackTrace(app);
    return said;
  }

  private void assertMirroredWithoutHttp(String key, String value, String... options) {
    Database target = target();
    ForkedApp app = run(mirrored(target).setting(key, value).jvm(options));

    assertThat(app.stderr().all())
        .anyMatch(line -> line.contains("no metrics over HTTP") && line.contains(value));
    assertNoStackTrace(app);
    assertThat(target.count("small")).isEqualTo(20);
  }
}
