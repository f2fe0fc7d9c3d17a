package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Jars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the agent's jar is missing or garbled. */
class DamagedJarTest extends StartSuite {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io/jdbcmirror/premain/Agent",
        "io/jdbcmirror/bootstrap/",
        "io/jdbcmirror/bootstrap/KeyHandler",
        "io/jdbcmirror/bootstrap/StatementHooks",
        "io/jdbcmirror/bootstrap/Tracked",
        "agent/io/jdbcmirror/lifecycle/",
        "agent/io/jdbcmirror/capture/",
        "agent/io/jdbcmirror/traffic/",
        "agent/io/jdbcmirror/mirror/",
        "agent/io/jdbcmirror/target/",
        "agent/io/jdbcmirror/metrics/",
        "agent/io/jdbcmirror/http/",
        "agent/io/jdbcmirror/config/",
        "agent/io/jdbcmirror/support/",
        "agent/net/bytebuddy/",
        "agent/org/jctools/",
        "agent/io/prometheus/",
        "agent/org/HdrHistogram/",
        "agent/com/blogspot/"
      })
  void withoutAPartTheApplicationRunsUnmirroredAndOneLineSaysWhy(String part) {
    assertUnmirrored(damaged((name, content) -> name.startsWith(part) ? null : content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io/jdbcmirror/bootstrap/ConnectionHooks",
        "agent/io/jdbcmirror/lifecycle/Agent.",
        "agent/net/bytebuddy/asm/Advice."
      })
  void withAGarbledClassTheApplicationRunsUnmirroredAndOneLineSaysWhy(String part) {
    assertUnmirrored(
        damaged(
            (name, content) ->
                name.startsWith(part) ? Arrays.copyOf(content, content.length / 2) : content));
  }

  @Test
  void withoutTheLibraryOfTheStatusPageItMirrorsAndSaysSo() {
    Database target = target();
    Path jar = damaged((name, content) -> name.contains("fasterxml") ? null : content);
    ForkedApp app =
        run(
            small()
                .jvm("-javaagent:" + jar)
                .setting("target.url", target.url())
                .setting("target.user", "sa"));

    assertThat(app.stderr().text()).contains("no metrics over HTTP", "com/fasterxml/jackson");
    assertNoStackTrace(app);
    assertThat(target.count("small")).isEqualTo(20);
  }

  @Test
  void withoutPermissionToRetransformTheApplicationRunsUnmirroredAndOneLineSaysWhy() {
    assertUnmirrored(
        damaged(
            (name, content) ->
                name.equals(MANIFEST) ? without("Can-Retransform-Classes", content) : content));
  }

  /** Here the JVM ends before it has called any agent: nothing of ours can help. */
  @ParameterizedTest
  @CsvSource({
    "META-INF/MANIFEST.MF, JAR manifest missing",
    "io/jdbcmirror/premain/Premain, ClassNotFoundException: io.jdbcmirror.premain.Premain"
  })
  void whatTheJvmItselfRefuses(String part, String words) {
    assertRefused(damaged((name, content) -> name.startsWith(part) ? null : content), words);
  }

  @Test
  void aTruncatedJarTheJvmItselfRefuses() throws IOException {
    byte[] jar = Files.readAllBytes(ForkedApp.agentJar());
    Path half = folder.resolve("half.jar");
    Files.write(half, Arrays.copyOf(jar, jar.length / 2));
    assertRefused(half, "Error opening zip file");
  }

  @Test
  void aManifestWithoutTheAgentTheJvmItselfRefuses() {
    Path jar =
        damaged(
            (name, content) -> name.equals(MANIFEST) ? without("Premain-Class", content) : content);
    assertRefused(jar, "Premain-Class");
  }

  private void assertUnmirrored(Path jar) {
    ForkedApp app = run(inMemory().jvm("-javaagent:" + jar));

    List<String> errors =
        app.stderr().all().stream().filter(line -> line.contains("error: ")).toList();
    assertThat(errors)
        .hasSize(1)
        .allMatch(line -> line.contains("the application runs unmirrored"));
    assertNoStackTrace(app);
  }

  private void assertRefused(Path jar, String words) {
    ForkedApp app =
        apps.closing(noJdbc().jvm("-XX:-CreateCoredumpOnCrash", "-javaagent:" + jar).start());

    assertThat(app.awaitExit()).isNotZero();
    assertThat(app.stderr().text()).contains(words).doesNotContain("jdbc-mirror: ");
  }

  private Path damaged(Jars.Change change) {
    return Jars.changed(ForkedApp.agentJar(), folder.resolve("damaged.jar"), change);
  }

  private static byte[] without(String attribute, byte[] manifest) {
    String text = new String(manifest, StandardCharsets.UTF_8);
    return text.replaceAll("(?m)^" + attribute + ":.*\\R", "").getBytes(StandardCharsets.UTF_8);
  }
}
