package io.jdbcmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

// https://github.com/prometheus/jmx_exporter/issues/865
class MissingModuleTest {
  @Test
  void aJavaRuntimeWithoutTheServersModuleIsALineAndNoStackTrace() throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output.lines())
        .containsExactly(
            "jdbc-mirror: warning: no metrics over HTTP, mirroring goes on without:"
                + " this Java runtime has no module jdk.httpserver",
            "went on with null");
  }

  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
      MetricsServer server =
          MetricsServer.start(
              Config.load("metrics.port=0"), new PrometheusRecorder("1"), new FixedStatus());
      System.out.println("went on with " + server);
    }
  }
}
