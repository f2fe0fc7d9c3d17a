package io.jdbcmirror.tests;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every setting with values that cannot be used: one line names it, and the application runs as it
 * does without the agent. The settings are those of the README's table, which a test holds to the
 * code; one that is new there fails here until it is said how it can be wrong.
 */
class WrongSettingTest extends StartSuite {
  /** By key. What begins with {@code @} is a file of the test's own, see {@link #makeFiles}. */
  private static final Map<String, List<String>> WRONG =
      Map.ofEntries(
          entry("enabled", List.of("maybe", "")),
          entry("target.url", List.of("http://db/shop", "postgresql://db/shop")),
          entry("target.password", List.of("not with a password file besides")),
          entry("target.password-file", List.of("@missing", "@folder", "@empty", "@pipe")),
          entry("target.driver-jar", List.of("@missing", "@folder")),
          entry("target.max-sessions", List.of("0", "10001", "many")),
          entry("target.connect-timeout", List.of("0ms", "11m", "5")),
          entry("target.statement-timeout", List.of("soon", "1441m")),
          entry("target.unverified", List.of("perhaps")),
          entry("source", List.of("")),
          entry("exposure", List.of("1.5", "-0.1", "lots", "NaN", "1.0..0.5/1m", "0.1..1.0/5")),
          entry("ramp.max-error-rate", List.of("1.1", "1%")),
          entry("ramp.max-drop-rate", List.of("-0.5", "")),
          entry("queue.capacity", List.of("-1", "0", "1000001")),
          entry("target.max-result-bytes", List.of("63k", "2g", "lots")),
          entry("queue.max-bytes", List.of("64q", "1023", "1025g")),
          entry("transaction.max-bytes", List.of("0", "-8m")),
          entry("parameter.max-bytes", List.of("2g", "4 m")),
          entry("mirror.threads", List.of("0", "65")),
          entry("digests.max", List.of("9", "100001", "all")),
          entry("report.slower-ratio", List.of("1.0", "0.5", "100.1", "twice")),
          entry("report.max-error-share", List.of("1.1", "-0.1", "0,1", "5%")),
          entry("report.max-unexplained", List.of("-1", "0.5", "none")),
          entry("report.max-time-ratio", List.of("1.0", "100.1", "twice")),
          entry("report.max-dropped-share", List.of("1.1", "1%")),
          entry("report.min-compared", List.of("0", "1000000001", "many")),
          entry("report.file", List.of("@folder", "@missing/report.html")),
          entry("compare.results", List.of("rows", "")),
          entry("mirror.batches", List.of("yes", "")),
          entry("compare.source-errors", List.of("yes", "")),
          entry("metrics.host", List.of("")),
          entry("metrics.port", List.of("99999", "-1", "http")),
          entry("metrics.user", List.of("without a password file")),
          entry("metrics.password-file", List.of("@missing", "@pipe", "@password")),
          entry("metrics.keystore", List.of("@missing", "@folder", "@password")),
          entry("metrics.keystore-password-file", List.of("@missing", "@password")),
          entry(
              "control.token-file", List.of("@missing", "@pipe", "@empty", "@short", "@password")),
          entry("shutdown.drain-timeout", List.of("never", "11m")),
          entry("config", List.of("@missing", "@folder", "@pipe", "@malformed")));

  /** Any text is a user's name. */
  private static final String ALWAYS_RIGHT = "target.user";

  @BeforeEach
  void makeFiles() throws IOException, InterruptedException {
    Files.createDirectory(folder.resolve("folder"));
    Files.createFile(folder.resolve("empty"));
    Files.writeString(folder.resolve("password"), "a password without what it belongs to\n");
    Files.writeString(folder.resolve("short"), "15-characters-x\n");
    Files.writeString(folder.resolve("malformed"), "exposure=\\u00zz\n");
    String pipe = folder.resolve("pipe").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
  }

  static Stream<String> settingsOfTheReadme() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String section =
        readme.substring(readme.indexOf("\n## Settings"), readme.indexOf("## Metrics"));
    return Pattern.compile("^\\| `([a-z.-]+)` \\|", Pattern.MULTILINE)
        .matcher(section)
        .results()
        .map(row -> row.group(1))
        .filter(key -> !key.equals(ALWAYS_RIGHT));
  }

  @ParameterizedTest
  @MethodSource("settingsOfTheReadme")
  void aWrongValueIsNamedAndTheApplicationRunsUnmirrored(String key) {
    assertThat(WRONG).as("how can it be wrong?").containsKey(key);
    ForkedApp without = apps.closing(noJdbc().start());
    List<ForkedApp> all = WRONG.get(key).stream().map(value -> start(key, value)).toList();
    assertThat(without.awaitExit()).isZero();
    for (ForkedApp app : all) {
      assertThat(app.awaitExit()).isZero();
      assertThat(app.stdout().all()).containsExactlyInAnyOrderElementsOf(without.stdout().all());
      List<String> said = app.stderr().all();
      assertThat(said).hasSize(2).allMatch(line -> line.startsWith("jdbc-mirror: error: "));
      assertThat(said.get(0)).contains(key);
      assertThat(said.get(1)).endsWith("the application runs unmirrored");
    }
  }

  @Test
  void theSettingsAreAllThere() throws IOException {
    assertThat(settingsOfTheReadme()).containsExactlyInAnyOrderElementsOf(WRONG.keySet());
  }

  @Test
  void aNameMayBeAnyText() {
    ForkedApp app = apps.closing(right().setting(ALWAYS_RIGHT, "\"o'brien\", ÿ\t= @x").start());

    assertThat(app.awaitExit()).isZero();
    assertThat(app.stderr().all()).isEmpty();
  }

  /** Without its value, as a secret may be there. */
  @Test
  void anAgentArgumentThatCannotBeReadIsSaid() {
    for (String argument : List.of("exposure", "@" + folder.resolve("missing"), "=,=", "a b=1")) {
      ForkedApp app = apps.closing(noJdbc().agent(argument).start());

      assertThat(app.awaitExit()).isZero();
      assertThat(app.stderr().all()).allMatch(line -> line.startsWith("jdbc-mirror: error: "));
      assertThat(app.stderr().text()).contains("agent argument");
    }
  }

  private ForkedApp start(String key, String value) {
    ForkedApp.Builder app = right();
    if (key.equals("target.password")) {
      app.setting(key + "-file", folder.resolve("password").toString());
    }
    return apps.closing(app.setting(key, place(value)).start());
  }

  private String place(String value) {
    return value.startsWith("@") ? folder.resolve(value.substring(1)).toString() : value;
  }

  private static ForkedApp.Builder right() {
    return noJdbc().agent().setting("target.url", "jdbc:h2:mem:nowhere");
  }
}
