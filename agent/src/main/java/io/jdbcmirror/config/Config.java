package io.jdbcmirror.config;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings as they hold, whatever their source. Every value is within its range; durations are
 * in milliseconds, sizes in bytes. Immutable.
 */
public final class Config {
  private final Map<Setting, Object> values;
  private final Map<Setting, String> passwords;
  private final ShownSettings shown;
  private final List<String> warnings;
  private final Glob source;

  /**
   * @param passwords what the files with passwords hold, by the setting that names the file
   */
  Config(
      Map<Setting, Object> values,
      Map<Setting, String> passwords,
      ShownSettings shown,
      List<String> warnings) {
    this.values = new EnumMap<Setting, Object>(values);
    this.passwords = new EnumMap<Setting, String>(passwords);
    this.shown = shown;
    this.warnings = Collections.unmodifiableList(new ArrayList<String>(warnings));
    this.source = new Glob(word(Setting.SOURCE));
  }

  /**
   * Reads this JVM's system properties, the agent's argument, the environment and the properties
   * file one of them names; for each setting the first of these that has it wins.
   *
   * @param agentArgument as {@code premain} was given it: {@code key=value,key=value}, where a
   *     value ends only at a comma that a setting's key follows, or {@code @file}
   * @throws ConfigException if any value is not allowed, with every such value; not where {@code
   *     enabled=false} stands
   */
  public static Config load(@Nullable String agentArgument) throws ConfigException {
    return load(agentArgument, JvmSettings.properties(), JvmSettings.environment());
  }

  /** As {@link #load(String)}, from properties and an environment of the caller's choice. */
  public static Config load(
      @Nullable String agentArgument, Properties properties, Map<String, String> environment)
      throws ConfigException {
    return new ConfigLoader().load(agentArgument, properties, environment);
  }

  /** What the user should be told: unknown keys, each with the nearest known one; no values. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * The effective settings, without secrets: a line for each that was set, with its source, and one
   * line with the defaults of all others.
   */
  public List<String> describe() {
    return shown.describe();
  }

  /**
   * A setting as it may be shown, secrets masked.
   *
   * @return null where it has neither value nor default
   */
  public @Nullable String shown(Setting setting) {
    return shown.value(setting);
  }

  /** Where a setting's value is from: {@code system property}, {@code default} and so on. */
  public String origin(Setting setting) {
    return shown.origin(setting);
  }

  /** False: the agent does nothing at all. */
  public boolean enabled() {
    return word(Setting.ENABLED).equals("true");
  }

  /** Null: there is no target, the agent does nothing and says so. May hold secrets. */
  public @Nullable String targetUrl() {
    return textOrNull(Setting.TARGET_URL);
  }

  /** Null where none was given; may be empty, which some databases take for a user. */
  public @Nullable String targetUser() {
    return (String) values.get(Setting.TARGET_USER);
  }

  /** Given directly or read from the password file; null where neither was given. A secret. */
  public @Nullable String targetPassword() {
    String read = passwords.get(Setting.TARGET_PASSWORD_FILE);
    return read == null ? (String) values.get(Setting.TARGET_PASSWORD) : read;
  }

  /** An existing file; null: the target has the application's driver. */
  public @Nullable File targetDriverJar() {
    String path = textOrNull(Setting.TARGET_DRIVER_JAR);
    return path == null ? null : new File(path);
  }

  /** Connections on the target, 1 to 10,000. */
  public int targetMaxSessions() {
    return (int) number(Setting.TARGET_MAX_SESSIONS);
  }

  /** 1 ms to 10 minutes. */
  public long targetConnectTimeoutMillis() {
    return number(Setting.TARGET_CONNECT_TIMEOUT);
  }

  /** 1 ms to 24 hours. */
  public long targetStatementTimeoutMillis() {
    return number(Setting.TARGET_STATEMENT_TIMEOUT);
  }

  /** 64 KiB to 1 GiB. */
  public long targetMaxResultBytes() {
    return number(Setting.TARGET_MAX_RESULT_BYTES);
  }

  /** Mirror also where it cannot be told that the target is not the source. */
  public boolean allowUnverifiedTarget() {
    return word(Setting.TARGET_UNVERIFIED).equals("allow");
  }

  /** Whether connections with this JDBC URL are mirrored. Never throws, any thread. */
  public boolean mirrorsSource(String url) {
    return source.matches(url);
  }

  /** Fraction of transactions, 0.0 to 1.0; what it begins with where there is a ramp. */
  public double exposure() {
    Ramp ramp = exposureRamp();
    return ramp == null ? decimal(Setting.EXPOSURE) : ramp.start();
  }

  /** Null: exposure is a fixed number. */
  public @Nullable Ramp exposureRamp() {
    Object value = value(Setting.EXPOSURE);
    return value instanceof Ramp ? (Ramp) value : null;
  }

  /** Of the last minute, over which a ramp holds; 0.0 to 1.0. */
  public double rampMaxErrorRate() {
    return decimal(Setting.RAMP_MAX_ERROR_RATE);
  }

  /** Of the last minute, over which a ramp holds; 0.0 to 1.0. */
  public double rampMaxDropRate() {
    return decimal(Setting.RAMP_MAX_DROP_RATE);
  }

  /** Transactions, 1 to 1,000,000. */
  public int queueCapacity() {
    return (int) number(Setting.QUEUE_CAPACITY);
  }

  /** 1 KiB to 1 TiB. */
  public long queueMaxBytes() {
    return number(Setting.QUEUE_MAX_BYTES);
  }

  /** 1 KiB to 1 TiB. */
  public long transactionMaxBytes() {
    return number(Setting.TRANSACTION_MAX_BYTES);
  }

  /** 1 KiB to 1 GiB. */
  public long parameterMaxBytes() {
    return number(Setting.PARAMETER_MAX_BYTES);
  }

  /** 1 to 64. */
  public int mirrorThreads() {
    return (int) number(Setting.MIRROR_THREADS);
  }

  /** 10 to 100,000. */
  public int digestsMax() {
    return (int) number(Setting.DIGESTS_MAX);
  }

  /** Above 1.0, up to 100. */
  public double reportSlowerRatio() {
    return decimal(Setting.REPORT_SLOWER_RATIO);
  }

  /** Of the requests tried on the target, how many may fail there, 0.0 to 1.0. */
  public double reportMaxErrorShare() {
    return decimal(Setting.REPORT_MAX_ERROR_SHARE);
  }

  /** Requests that may differ with no explanation, from 0. */
  public long reportMaxUnexplained() {
    return number(Setting.REPORT_MAX_UNEXPLAINED);
  }

  /** Above 1.0, up to 100. */
  public double reportMaxTimeRatio() {
    return decimal(Setting.REPORT_MAX_TIME_RATIO);
  }

  /** Of the requests that were to be mirrored, how many may be dropped, 0.0 to 1.0. */
  public double reportMaxDroppedShare() {
    return decimal(Setting.REPORT_MAX_DROPPED_SHARE);
  }

  /** Requests without which nothing is told, from 1. */
  public long reportMinCompared() {
    return number(Setting.REPORT_MIN_COMPARED);
  }

  /** It may not exist yet; null: no report is written. */
  public @Nullable File reportFile() {
    String path = textOrNull(Setting.REPORT_FILE);
    return path == null ? null : new File(path);
  }

  /** Whether the metrics server is wanted. */
  public boolean metricsOn() {
    return number(Setting.METRICS_PORT) != Port.OFF;
  }

  /** Name or address, not looked up yet; never empty. */
  public String metricsHost() {
    return word(Setting.METRICS_HOST);
  }

  /** 0 to 65535, 0 for any free one; without meaning unless {@link #metricsOn()}. */
  public int metricsPort() {
    return (int) Math.max(0, number(Setting.METRICS_PORT));
  }

  /** Whom alone the metrics server answers; null: everybody. */
  public @Nullable String metricsUser() {
    return textOrNull(Setting.METRICS_USER);
  }

  /** Of {@link #metricsUser()}; null where there is none. A secret. */
  public @Nullable String metricsPassword() {
    return passwords.get(Setting.METRICS_PASSWORD_FILE);
  }

  /** An existing file; null: the metrics server speaks plain HTTP. */
  public @Nullable File metricsKeystore() {
    String path = textOrNull(Setting.METRICS_KEYSTORE);
    return path == null ? null : new File(path);
  }

  /** Of {@link #metricsKeystore()}; null where there is none. A secret. */
  public @Nullable String metricsKeystorePassword() {
    return passwords.get(Setting.METRICS_KEYSTORE_PASSWORD_FILE);
  }

  /** What of both sides' results is compared. */
  public boolean sendsBatches() {
    return word(Setting.MIRROR_BATCHES).equals("true");
  }

  public boolean comparesSourceErrors() {
    return word(Setting.COMPARE_SOURCE_ERRORS).equals("true");
  }

  public CompareResults compareResults() {
    return CompareResults.of(word(Setting.COMPARE_RESULTS));
  }

  /** Whoever has it may change exposure; null: nobody. A secret. */
  public @Nullable String controlToken() {
    return passwords.get(Setting.CONTROL_TOKEN_FILE);
  }

  /** 0 to 10 minutes. */
  public long shutdownDrainTimeoutMillis() {
    return number(Setting.SHUTDOWN_DRAIN_TIMEOUT);
  }

  private @Nullable String textOrNull(Setting setting) {
    String text = (String) values.get(setting);
    return text == null || text.isEmpty() ? null : text;
  }

  private String word(Setting setting) {
    return (String) value(setting);
  }

  private long number(Setting setting) {
    return ((Number) value(setting)).longValue();
  }

  private double decimal(Setting setting) {
    return ((Number) value(setting)).doubleValue();
  }

  private Object value(Setting setting) {
    Object value = values.get(setting);
    if (value == null) {
      throw new IllegalStateException(setting.key() + " has no default");
    }
    return value;
  }
}
