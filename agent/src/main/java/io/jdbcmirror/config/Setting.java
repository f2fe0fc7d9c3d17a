package io.jdbcmirror.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every setting there is: key, default, what is allowed, and what it means. The README's table is
 * held to this enum by a test.
 */
public enum Setting {
  ENABLED("enabled", "true", new Choice("true", "false"), "false: the agent does nothing at all"),
  TARGET_URL(
      "target.url",
      null,
      Text.URL,
      "JDBC URL of the second database; without it the agent does nothing and says so"),
  TARGET_USER("target.user", null, Text.NAME, "user on the second database"),
  TARGET_PASSWORD("target.password", null, Text.SECRET, "password on the second database"),
  TARGET_PASSWORD_FILE(
      "target.password-file",
      null,
      Text.FILE,
      "file whose first line is the password, instead of target.password"),
  TARGET_DRIVER_JAR(
      "target.driver-jar",
      null,
      Text.FILE,
      "driver for the target; without it, the driver the application has"),
  TARGET_MAX_SESSIONS(
      "target.max-sessions", "64", Quantity.number(1, 10_000), "connections on the target"),
  TARGET_CONNECT_TIMEOUT(
      "target.connect-timeout",
      "5s",
      Quantity.duration("1ms", "10m"),
      "limit for opening a connection to the target"),
  TARGET_STATEMENT_TIMEOUT(
      "target.statement-timeout",
      "30s",
      Quantity.duration("1ms", "1440m"),
      "limit for one statement on the target"),
  TARGET_MAX_RESULT_BYTES(
      "target.max-result-bytes",
      "16m",
      Quantity.size("64k", "1g"),
      "bytes of one answer of the target (PostgreSQL, MariaDB); more is not read, and failed"),
  TARGET_UNVERIFIED(
      "target.unverified",
      "refuse",
      new Choice("refuse", "allow"),
      "allow: mirror also where it cannot be told that the target is not the source"),
  SOURCE(
      "source",
      "*",
      Text.URL_GLOB,
      "glob on the source's JDBC URL (* and ?, case matters): which connections are mirrored"),
  EXPOSURE(
      "exposure",
      "1.0",
      new ExposureText(),
      "fraction of transactions that is mirrored, or a ramp such as 0.01..1.0/30m"),
  RAMP_MAX_ERROR_RATE(
      "ramp.max-error-rate",
      "0.01",
      new Fraction(),
      "share of failed in the last minute's mirrored and failed over which a ramp holds"),
  RAMP_MAX_DROP_RATE(
      "ramp.max-drop-rate",
      "0.01",
      new Fraction(),
      "share of dropped in the last minute's mirrored, failed and dropped over which a ramp holds"),
  QUEUE_CAPACITY(
      "queue.capacity", "8192", Quantity.number(1, 1_000_000), "transactions in the queue"),
  QUEUE_MAX_BYTES(
      "queue.max-bytes",
      "64m",
      Quantity.size("1k", "1024g"),
      "bytes of everything captured and not yet applied"),
  TRANSACTION_MAX_BYTES(
      "transaction.max-bytes", "8m", Quantity.size("1k", "1024g"), "bytes of one transaction"),
  PARAMETER_MAX_BYTES(
      "parameter.max-bytes",
      "4m",
      Quantity.size("1k", "1g"),
      "bytes of one parameter, streams among them"),
  MIRROR_THREADS(
      "mirror.threads",
      "1",
      Quantity.number(1, 64),
      "threads that apply; commit order across sessions holds with one only"),
  MIRROR_BATCHES(
      "mirror.batches",
      "true",
      new Choice("true", "false"),
      "true: where the mirror has fallen behind, runs of one statement are sent to the target in batches"),
  DIGESTS_MAX(
      "digests.max",
      "1000",
      Quantity.number(10, 100_000),
      "digests with an account of their own; the least recently used are counted together"),
  REPORT_SLOWER_RATIO(
      "report.slower-ratio",
      "1.5",
      new Ratio(),
      "slower is what takes more than so many times the source's time; faster, the other way round"),
  REPORT_MAX_ERROR_SHARE(
      "report.max-error-share",
      "0.001",
      new Fraction(),
      "not ready: a larger part of the requests tried on the target has failed there"),
  REPORT_MAX_UNEXPLAINED(
      "report.max-unexplained",
      "0",
      Quantity.number(0, 1_000_000_000),
      "not ready: more requests differ, and nothing explains it"),
  REPORT_MAX_TIME_RATIO(
      "report.max-time-ratio",
      "1.5",
      new Ratio(),
      "not ready: the median or 95th percentile of a digest certainly is over so many times the source's"),
  REPORT_MAX_DROPPED_SHARE(
      "report.max-dropped-share",
      "0.01",
      new Fraction(),
      "not ready: a larger part of the requests that were to be mirrored was dropped"),
  REPORT_MIN_COMPARED(
      "report.min-compared",
      "1000",
      Quantity.number(1, 1_000_000_000),
      "not enough data: fewer requests have been compared"),
  REPORT_FILE(
      "report.file",
      null,
      Text.OUTPUT,
      "file that the report is written to, every minute and at exit, and its JSON beside it (.json)"),
  METRICS_HOST("metrics.host", "127.0.0.1", Text.HOST, "address the metrics server listens on"),
  METRICS_PORT(
      "metrics.port", "9407", new Port(), "0: any free port, which is printed; off: no server"),
  METRICS_USER(
      "metrics.user", null, Text.NAME, "user whom alone the metrics server answers (basic)"),
  METRICS_PASSWORD_FILE(
      "metrics.password-file", null, Text.FILE, "file whose first line is that user's password"),
  METRICS_KEYSTORE(
      "metrics.keystore",
      null,
      Text.FILE,
      "PKCS12 or JKS file with the metrics server's key: it then speaks HTTPS and nothing else"),
  METRICS_KEYSTORE_PASSWORD_FILE(
      "metrics.keystore-password-file",
      null,
      Text.FILE,
      "file whose first line is the password of metrics.keystore"),
  COMPARE_RESULTS(
      "compare.results",
      "count",
      new Choice(CompareResults.WORDS),
      "what of both sides' results is compared: counts of rows, or checksums of what is read"),
  COMPARE_SOURCE_ERRORS(
      "compare.source-errors",
      "false",
      new Choice("true", "false"),
      "true: what fails on the source is run on the target, too, and rolled back"),
  CONTROL_TOKEN_FILE(
      "control.token-file",
      null,
      Text.FILE,
      "file whose first line is the token that exposure, pause and resume want; none: no control"),
  SHUTDOWN_DRAIN_TIMEOUT(
      "shutdown.drain-timeout",
      "5s",
      Quantity.duration("0ms", "10m"),
      "what is still queued that long after the application's end is dropped and counted"),
  CONFIG("config", null, Text.FILE, "properties file with more of these settings");

  static final String PROPERTY_PREFIX = "jdbcmirror.";
  static final String VARIABLE_PREFIX = "JDBCMIRROR_";

  private static final int MAX_SHOWN = 300;

  private final String key;
  private final @Nullable String defaultText;

  @SuppressWarnings("ImmutableEnumChecker") // every kind is immutable
  private final Kind kind;

  private final String description;

  Setting(String key, @Nullable String defaultText, Kind kind, String description) {
    this.key = key;
    this.defaultText = defaultText;
    this.kind = kind;
    this.description = description;
  }

  /** As it stands in the agent's argument and in a properties file. */
  public String key() {
    return key;
  }

  /** The system property's name. */
  public String property() {
    return PROPERTY_PREFIX + key;
  }

  /** The environment variable's name. */
  public String variable() {
    return VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** As a user would write it; null where there is none. */
  public @Nullable String defaultText() {
    return defaultText;
  }

  /** What is allowed, in words. */
  public String allowed() {
    return kind.allowed();
  }

  /** One phrase, without a full stop. */
  public String description() {
    return description;
  }

  /** One line of at most 300 characters, without secrets, whatever the text is. */
  String shown(String text) {
    StringBuilder line = new StringBuilder(kind.shown(text));
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        line.setCharAt(i, ' ');
      }
    }
    if (line.length() > MAX_SHOWN) {
      line.setLength(MAX_SHOWN - 3);
      line.append("...");
    }
    return line.toString();
  }

  /**
   * @return null if the text is not allowed
   */
  @Nullable Object read(String text) {
    return kind.read(text);
  }

  static @Nullable Setting ofKey(String key) {
    for (Setting setting : values()) {
      if (setting.key.equals(key)) {
        return setting;
      }
    }
    return null;
  }
}
