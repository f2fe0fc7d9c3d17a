package io.jdbcmirror.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  @TempDir Path folder;

  private final Properties properties = new Properties();

  @Test
  void defaultsAreThoseOfTheDesign() throws ConfigException {
    Config config = load("");
    assertThat(config.enabled()).isTrue();
    assertThat(config.targetUrl()).isNull();
    assertThat(config.targetUser()).isNull();
    assertThat(config.targetPassword()).isNull();
    assertThat(config.targetDriverJar()).isNull();
    assertThat(config.targetMaxSessions()).isEqualTo(64);
    assertThat(config.targetConnectTimeoutMillis()).isEqualTo(5_000);
    assertThat(config.targetStatementTimeoutMillis()).isEqualTo(30_000);
    assertThat(config.targetMaxResultBytes()).isEqualTo(16L << 20);
    assertThat(config.allowUnverifiedTarget()).isFalse();
    assertThat(config.exposure()).isEqualTo(1.0);
    assertThat(config.queueCapacity()).isEqualTo(8192);
    assertThat(config.queueMaxBytes()).isEqualTo(64L << 20);
    assertThat(config.transactionMaxBytes()).isEqualTo(8L << 20);
    assertThat(config.parameterMaxBytes()).isEqualTo(4L << 20);
    assertThat(config.mirrorThreads()).isEqualTo(1);
    assertThat(config.digestsMax()).isEqualTo(1_000);
    assertThat(config.reportSlowerRatio()).isEqualTo(1.5);
    assertThat(config.metricsOn()).isTrue();
    assertThat(config.metricsHost()).isEqualTo("127.0.0.1");
    assertThat(config.metricsPort()).isEqualTo(9407);
    assertThat(config.shutdownDrainTimeoutMillis()).isEqualTo(5_000);
    assertThat(config.mirrorsSource("jdbc:anything:at/all")).isTrue();
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void everyDefaultIsAllowed() {
    for (Setting setting : Setting.values()) {
      String text = setting.defaultText();
      assertThat(text == null || setting.read(text) != null).as(setting.key()).isTrue();
    }
  }

  @Test
  void theFirstSourceWins() throws Exception {
    Path file = Files.writeString(folder.resolve("x.properties"), numbers(4, "queue.capacity"));
    String argument = "queue.capacity=2,config=" + file;
    Map<String, String> environment = Map.of("JDBCMIRROR_QUEUE_CAPACITY", "3");
    assertThat(Config.load("config=" + file, properties, Map.of()).queueCapacity()).isEqualTo(4);
    assertThat(Config.load("config=" + file, properties, environment).queueCapacity()).isEqualTo(3);
    assertThat(Config.load(argument, properties, environment).queueCapacity()).isEqualTo(2);
    properties.setProperty("jdbcmirror.queue.capacity", "1");
    Config config = Config.load(argument, properties, environment);
    assertThat(config.queueCapacity()).isEqualTo(1);
    assertThat(config.origin(Setting.QUEUE_CAPACITY)).isEqualTo("system property");
    assertThat(config.origin(Setting.EXPOSURE)).isEqualTo("default");
  }

  private static String numbers(int value, String key) {
    return key + " = " + value + " \n";
  }

  @Test
  void theFileMayBeNamedByPropertyAndByEnvironment() throws Exception {
    Path file = Files.writeString(folder.resolve("x.properties"), "target.user=jürgen\n");
    properties.setProperty("jdbcmirror.config", file.toString());
    assertThat(load("").targetUser()).isEqualTo("jürgen");
    Map<String, String> environment = Map.of("JDBCMIRROR_CONFIG", file.toString());
    Config config = Config.load(null, new Properties(), environment);
    assertThat(config.targetUser()).isEqualTo("jürgen");
    assertThat(config.origin(Setting.TARGET_USER)).isEqualTo("file " + file);
  }

  @Test
  void theArgumentMayNameAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("x.properties"), "exposure=0.5\n");
    assertThat(load("@" + file).exposure()).isEqualTo(0.5);
    assertThat(problems("@" + folder.resolve("none"))).contains("none", "cannot be read");
  }

  @Test
  void aFileThatCannotBeReadIsAnErrorWithItsName() {
    properties.setProperty("jdbcmirror.config", folder.resolve("none").toString());
    assertThat(problems("")).contains("config=", "none", "(system property) cannot be read");
  }

  @Test
  void aFileNamesNoOtherFile() throws Exception {
    Path file = Files.writeString(folder.resolve("x.properties"), "config=other\nexposure=0.5\n");
    Config config = load("config=" + file);
    assertThat(config.exposure()).isEqualTo(0.5);
    assertThat(config.warnings()).singleElement().asString().contains("ignored");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1.000", "0", "0.0", "0.25", ".5", "1.", "0.0001"})
  void exposureIsANumberFromZeroToOne(String text) throws ConfigException {
    assertThat(load("exposure=" + text).exposure()).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "NaN",
        "nan",
        "Infinity",
        "1.1",
        "-0.1",
        "+0.5",
        "0,5",
        "50%",
        "1e-1",
        "0.5f",
        "0x1p-1",
        "half",
        "0.5 0.6",
        "1.0.0",
        "٠",
        "0.5,exposre=0.1"
      })
  void anyOtherExposureIsAnErrorAndNeverAGuess(String text) {
    properties.setProperty("jdbcmirror.exposure", text);
    assertThat(problems(""))
        .isEqualTo(
            "exposure="
                + text
                + " (system property) is not allowed;"
                + " allowed is a number from 0.0 to 1.0, such as 0.25, or a ramp from less to more"
                + " within 1s to 10080m, such as 0.01..1.0/30m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0001", "1.5", "100", "100.0"})
  void aRatioIsANumberAboveOne(String text) throws ConfigException {
    assertThat(load("report.slower-ratio=" + text).reportSlowerRatio())
        .isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.0", "0", "-2", "100.01", "NaN", "Infinity", "1,5", "150%"})
  void anyOtherRatioIsAnError(String text) {
    properties.setProperty("jdbcmirror.report.slower-ratio", text);
    assertThat(problems("")).contains("report.slower-ratio=", "above 1.0 and up to 100");
  }

  @ParameterizedTest
  @CsvSource({"250ms,250", "5s,5000", "2m,120000", "1ms,1", "1440m,86400000", "007s,7000"})
  void durationsHaveUnits(String text, long millis) throws ConfigException {
    assertThat(load("target.statement-timeout=" + text).targetStatementTimeoutMillis())
        .isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "0ms", "5 s", "5S", "1h", "-5s", "1.5s", "1441m", "9999999999999999ms"})
  void anyOtherDurationIsAnError(String text) {
    properties.setProperty("jdbcmirror.target.statement-timeout", text);
    assertThat(problems("")).contains("target.statement-timeout=", "1ms to 1440m", "250ms, 5s or");
  }

  @Test
  void nothingNeedsToBeDrained() throws ConfigException {
    assertThat(load("shutdown.drain-timeout=0ms").shutdownDrainTimeoutMillis()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "64k,65536",
    "64K,65536",
    "8m,8388608",
    "1g,1073741824",
    "4096,4096",
    "1024g,1099511627776"
  })
  void sizesMayHaveUnits(String text, long bytes) throws ConfigException {
    assertThat(load("queue.max-bytes=" + text).queueMaxBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1023", "1025g", "8mb", "1.5g", "m", "99999999999999999999"})
  void anyOtherSizeIsAnError(String text) {
    properties.setProperty("jdbcmirror.queue.max-bytes", text);
    assertThat(problems("")).contains("queue.max-bytes=", "1k to 1024g");
  }

  @Test
  void theServerMayBeOffOrOnAnyPort() throws ConfigException {
    assertThat(load("metrics.port=off").metricsOn()).isFalse();
    assertThat(load("metrics.port=0").metricsOn()).isTrue();
    assertThat(load("metrics.port=0").metricsPort()).isZero();
    assertThat(problems("metrics.port=65536")).contains("0 to 65535 (0: any free port) or off");
    assertThat(problems("metrics.port=on")).contains("metrics.port=on");
  }

  @Test
  void wordsAreTakenAsTheyStand() throws ConfigException {
    assertThat(load("target.unverified=allow").allowUnverifiedTarget()).isTrue();
    assertThat(problems("target.unverified=yes")).contains("allowed is refuse or allow");
    assertThat(problems("enabled=TRUE")).contains("allowed is true or false");
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    ConfigException thrown = fail("exposure=2,mirror.threads=0,target.url=postgres,enabeld=1");
    assertThat(thrown.problems()).hasSize(3);
    assertThat(thrown.warnings()).hasSize(1);
  }

  @Test
  void anAgentThatIsSwitchedOffComplainsOfNothing() throws ConfigException {
    Config config = load("enabled=false,exposure=2,garbage");
    assertThat(config.enabled()).isFalse();
  }

  @Test
  void anUnknownKeyIsAWarningThatSuggestsTheNearestInTheSameWriting() throws Exception {
    Path file = Files.writeString(folder.resolve("x.properties"), "queue.size=1\n");
    properties.setProperty("jdbcmirror.exposre", "0.1");
    properties.setProperty("jdbcmirrorx", "not ours");
    Map<String, String> environment =
        Map.of("JDBCMIRROR_TARGET_URI", "s3cret", "JDBCMIRROR", "not ours", "PATH", "/bin");
    Config config = Config.load("foo=s3cret,config=" + file, properties, environment);
    assertThat(config.warnings())
        .containsExactly(
            "unknown setting jdbcmirror.exposre (system property):"
                + " did you mean jdbcmirror.exposure?",
            "unknown setting foo (agent argument): did you mean source?",
            "unknown setting JDBCMIRROR_TARGET_URI (environment):"
                + " did you mean JDBCMIRROR_TARGET_URL?",
            "unknown setting queue.size (file " + file + "): did you mean queue.capacity?");
  }

  @Test
  void passwordAndPasswordFileExcludeEachOther() throws IOException {
    Path file = Files.writeString(folder.resolve("pw"), "s3cret\n");
    assertThat(problems("target.password=other,target.password-file=" + file))
        .contains("target.password and target.password-file")
        .doesNotContain("other", "s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {" s3 cret ", " s3 cret \n", " s3 cret \r\n", " s3 cret \nmore\n"})
  void thePasswordIsTheFilesFirstLine(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("pw"), content);
    assertThat(load("target.password-file=" + file).targetPassword()).isEqualTo(" s3 cret ");
  }

  @Test
  void halfOfAProtectionIsAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("pw"), "s3cret\n");
    for (String[] pair :
        new String[][] {
          {"metrics.user=u", "metrics.password-file=" + file},
          {"metrics.keystore=" + file, "metrics.keystore-password-file=" + file}
        }) {
      for (int i = 0; i < 2; i++) {
        String missing = pair[1 - i].substring(0, pair[1 - i].indexOf('='));
        assertThat(problems(pair[i]))
            .contains("is set without " + missing)
            .doesNotContain("s3cret");
      }
    }
  }

  @Test
  void aPasswordFileThatHoldsNoneIsAnErrorWithItsName() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    assertThat(problems("target.password-file=" + empty))
        .contains("target.password-file=" + empty, "first line is empty");
    Path none = folder.resolve("none");
    assertThat(problems("target.password-file=" + none))
        .contains("target.password-file=" + none, "exists and can be read");
    Path wrong = Files.writeString(folder.resolve("wrong"), "x".repeat(5_000));
    assertThat(problems("target.password-file=" + wrong)).contains("cannot be read");
  }

  @Test
  void aTokenIsSixteenCharactersOfAHeaderAndNeverShown() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef\nmore\n");
    Config config = load("control.token-file=" + file);
    assertThat(config.controlToken()).isEqualTo("0123456789abcdef");
    assertThat(config.describe()).noneMatch(line -> line.contains("0123456789abcdef"));
    assertThat(load("").controlToken()).isNull();
    for (String wrong : new String[] {"0123456789abcde", "0123456789 abcdef", "0123456789äbcdef"}) {
      Files.writeString(file, wrong);
      assertThat(problems("control.token-file=" + file))
          .contains("control.token-file=" + file, "16 or more ASCII characters")
          .doesNotContain(wrong);
    }
    Files.writeString(file, "");
    assertThat(problems("control.token-file=" + file)).contains("first line is empty");
  }

  @Test
  void theDriverJarMustExist() throws Exception {
    Path jar = Files.writeString(folder.resolve("driver.jar"), "");
    assertThat(load("target.driver-jar=" + jar).targetDriverJar()).isEqualTo(jar.toFile());
    assertThat(problems("target.driver-jar=" + jar + "x")).contains("target.driver-jar=" + jar);
    assertThat(problems("target.driver-jar=" + folder)).contains("exists and can be read");
  }

  @Test
  void emptyMeansNoneWhereThereIsNone() throws ConfigException {
    Config config =
        load("target.url=,target.driver-jar=,target.password-file=,target.password=,target.user=");
    assertThat(config.targetUrl()).isNull();
    assertThat(config.targetDriverJar()).isNull();
    assertThat(config.targetPassword()).isEmpty();
    assertThat(config.targetUser()).isEmpty();
  }

  @Test
  void theSourceIsAGlobOnTheUrl() throws ConfigException {
    Config config = load("source=jdbc:postgresql://*/shop?*");
    assertThat(config.mirrorsSource("jdbc:postgresql://db-1:5432/shop?ssl=true")).isTrue();
    assertThat(config.mirrorsSource("jdbc:postgresql://db-1:5432/audit")).isFalse();
    assertThat(config.mirrorsSource("JDBC:postgresql://db-1:5432/shop?ssl=true")).isFalse();
  }

  @Test
  void theDescriptionNamesSourcesAndHoldsNoSecret() throws ConfigException {
    properties.setProperty("jdbcmirror.target.password", "s3cret");
    Config config = load("target.url=jdbc:postgresql://u:s3cret@new:5432/shop?password=s3cret");
    assertThat(config.describe())
        .containsExactly(
            "target.url=jdbc:postgresql://***@new:5432/shop?password=*** (agent argument)",
            "target.password=*** (system property)",
            "defaults: enabled=true target.max-sessions=64"
                + " target.connect-timeout=5s target.statement-timeout=30s"
                + " target.max-result-bytes=16m target.unverified=refuse source=*"
                + " exposure=1.0 ramp.max-error-rate=0.01 ramp.max-drop-rate=0.01"
                + " queue.capacity=8192 queue.max-bytes=64m transaction.max-bytes=8m"
                + " parameter.max-bytes=4m mirror.threads=1 mirror.batches=true"
                + " digests.max=1000 report.slower-ratio=1.5 report.max-error-share=0.001"
                + " report.max-unexplained=0 report.max-time-ratio=1.5"
                + " report.max-dropped-share=0.01 report.min-compared=1000"
                + " metrics.host=127.0.0.1 metrics.port=9407 compare.results=count"
                + " compare.source-errors=false shutdown.drain-timeout=5s");
    assertThat(config.targetUrl()).contains("s3cret");
    assertThat(config.shown(Setting.TARGET_PASSWORD)).isEqualTo("***");
  }

  @Test
  void noProblemHoldsASecretOrASecondLine() {
    assertThat(problems("target.url=s3cret")).contains("target.url=***").doesNotContain("s3cret");
    properties.setProperty("jdbcmirror.exposure", "1\nforged: line");
    assertThat(problems("")).doesNotContain("\n");
    properties.setProperty("jdbcmirror.exposure", "9".repeat(100_000));
    assertThat(problems("").length()).isLessThan(500);
  }

  @Test
  void theJvmsOwnSettingsAreRead() throws ConfigException {
    System.setProperty("jdbcmirror.queue.capacity", "77");
    try {
      assertThat(Config.load("").queueCapacity()).isEqualTo(77);
    } finally {
      System.clearProperty("jdbcmirror.queue.capacity");
    }
  }

  private Config load(String argument) throws ConfigException {
    return Config.load(argument, properties, Map.of());
  }

  private ConfigException fail(String argument) {
    return catchThrowableOfType(ConfigException.class, () -> load(argument));
  }

  private String problems(String argument) {
    return String.join("\n", fail(argument).problems());
  }
}
