package io.jdbcmirror.benchmarks.fork;

import io.jdbcmirror.benchmarks.Javas;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How an application's JVM is started: on which Java, and with which agent, if any. Immutable. */
public record Jvm(Path java, List<String> options) {
  /** On the Java of the run, without an agent. */
  public static Jvm plain() {
    return new Jvm(Javas.own(), List.of());
  }

  public Jvm on(Path otherJava) {
    return new Jvm(otherJava, options);
  }

  public Jvm with(String... more) {
    return new Jvm(java, Stream.concat(options.stream(), Stream.of(more)).toList());
  }

  /** Our agent, without a target. */
  public Jvm agent() {
    return with("-javaagent:" + System.getProperty("jdbcmirror.agent.jar"));
  }

  public boolean hasAgent() {
    return options.stream().anyMatch(option -> option.startsWith("-javaagent:"));
  }

  /** Our agent, which mirrors to a database of the server. */
  public Jvm mirroring(String url, DatabaseServer server) {
    Jvm mirroring = agent().setting("target.url", url).setting("target.user", server.user());
    return server.password().isEmpty()
        ? mirroring
        : mirroring.setting("target.password", server.password());
  }

  public Jvm setting(String key, String value) {
    return with("-Djdbcmirror." + key + "=" + value);
  }

  /** OpenTelemetry's agent, which sends nothing anywhere. */
  public Jvm openTelemetry() {
    return with(
        "-javaagent:" + System.getProperty("jdbcmirror.opentelemetry.jar"),
        "-Dotel.traces.exporter=none",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none");
  }
}
