package io.jdbcmirror.target;

import io.jdbcmirror.config.Config;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** What the settings say of the target and of the threads that serve it. Immutable. */
public final class TargetSettings {
  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;
  private final @Nullable File driverJar;
  private final int maxSessions;
  private final int mirrorThreads;
  private final long connectTimeoutMillis;
  private final long statementTimeoutMillis;
  private final long maxResultBytes;
  private final boolean allowUnverified;
  private final boolean batches;

  private TargetSettings(Builder builder) {
    this.url = builder.url;
    this.user = builder.user;
    this.password = builder.password;
    this.driverJar = builder.driverJar;
    this.maxSessions = builder.maxSessions;
    this.mirrorThreads = builder.mirrorThreads;
    this.connectTimeoutMillis = builder.connectTimeoutMillis;
    this.statementTimeoutMillis = builder.statementTimeoutMillis;
    this.maxResultBytes = builder.maxResultBytes;
    this.allowUnverified = builder.allowUnverified;
    this.batches = builder.batches;
  }

  /**
   * @throws IllegalArgumentException if {@code target.url} is not set
   */
  public static TargetSettings from(Config config) {
    String url = config.targetUrl();
    if (url == null) {
      throw new IllegalArgumentException("target.url is not set");
    }
    return of(url)
        .credentials(config.targetUser(), config.targetPassword())
        .driverJar(config.targetDriverJar())
        .maxSessions(config.targetMaxSessions())
        .mirrorThreads(config.mirrorThreads())
        .timeouts(config.targetConnectTimeoutMillis(), config.targetStatementTimeoutMillis())
        .maxResultBytes(config.targetMaxResultBytes())
        .allowUnverified(config.allowUnverifiedTarget())
        .batches(config.sendsBatches())
        .build();
  }

  /** Everything but the URL at its default. */
  public static Builder of(String url) {
    return new Builder(url);
  }

  public String url() {
    return url;
  }

  public @Nullable String user() {
    return user;
  }

  public @Nullable String password() {
    return password;
  }

  public @Nullable File driverJar() {
    return driverJar;
  }

  /** Connections on the target over all mirror threads, from 1. */
  public int maxSessions() {
    return maxSessions;
  }

  /** Whether a mirror that has fallen behind sends runs of one statement in batches. */
  public boolean batches() {
    return batches;
  }

  public int mirrorThreads() {
    return mirrorThreads;
  }

  public long connectTimeoutMillis() {
    return connectTimeoutMillis;
  }

  public long statementTimeoutMillis() {
    return statementTimeoutMillis;
  }

  /**
   * How long a read from the target may last, in milliseconds: longer than the statement time-out,
   * so that a server that is alive is asked to cancel before its connection is given up.
   */
  public long socketTimeoutMillis() {
    return statementTimeoutMillis + connectTimeoutMillis;
  }

  /** What is read of one answer of the target, at most. */
  public long maxResultBytes() {
    return maxResultBytes;
  }

  /** Whether to mirror also where it cannot be told that the target is not the source. */
  public boolean allowUnverified() {
    return allowUnverified;
  }

  /** Not thread-safe. */
  public static final class Builder {
    private final String url;
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable File driverJar;
    private int maxSessions = 64;
    private int mirrorThreads = 1;
    private long connectTimeoutMillis = 5_000;
    private long statementTimeoutMillis = 30_000;
    private long maxResultBytes = 16 * 1024 * 1024;
    private boolean allowUnverified;
    private boolean batches = true;

    private Builder(String url) {
      this.url = url;
    }

    public Builder credentials(@Nullable String user, @Nullable String password) {
      this.user = user;
      this.password = password;
      return this;
    }

    public Builder driverJar(@Nullable File jar) {
      this.driverJar = jar;
      return this;
    }

    public Builder maxSessions(int count) {
      this.maxSessions = count;
      return this;
    }

    public Builder mirrorThreads(int count) {
      this.mirrorThreads = count;
      return this;
    }

    public Builder timeouts(long connectMillis, long statementMillis) {
      this.connectTimeoutMillis = connectMillis;
      this.statementTimeoutMillis = statementMillis;
      return this;
    }

    public Builder maxResultBytes(long bytes) {
      this.maxResultBytes = bytes;
      return this;
    }

    public Builder allowUnverified(boolean allow) {
      this.allowUnverified = allow;
      return this;
    }

    public Builder batches(boolean send) {
      this.batches = send;
      return this;
    }

    public TargetSettings build() {
      return new TargetSettings(this);
    }
  }
}
