package io.jdbcmirror.tests.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Accounts;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.FreePort;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.Servers;
import io.jdbcmirror.tests.fixture.TableCompare;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside another agent that rewrites the same classes, given before ours or after it. */
@Tag("servers")
class OtherAgentsTest {
  private static final AppServer SERVER = AppServer.SPRING_BOOT;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void openTelemetryTracesAndAllIsMirrored(boolean first) throws Exception {
    Distribution agent = Distribution.of("opentelemetry-javaagent-");
    String log = mirrored("OpenTelemetry", agent, "", first);

    assertThat(log.lines())
        .anyMatch(line -> line.contains("LoggingSpanExporter") && line.contains("INSERT"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void jacocoCoversAndAllIsMirrored(boolean first) throws Exception {
    Distribution agent = Distribution.of("org.jacoco.agent-");
    Path coverage = folder.resolve("jacoco.exec");
    mirrored("JaCoCo", agent, "=destfile=" + coverage, first);

    assertThat(Files.readString(coverage, StandardCharsets.ISO_8859_1))
        .contains("io/jdbcmirror/servers/Shop");
  }

  private String mirrored(String name, Distribution agent, String arguments, boolean first)
      throws IOException {
    Database source = Servers.h2Source().createDatabase("source");
    Database target = Servers.h2Target().createDatabase("target");
    ShopTables.create(source);
    ShopTables.create(target);
    Site site = new Site(folder, FreePort.find(), source);
    int metricsPort = FreePort.find();
    String other = "-javaagent:" + agent.path() + arguments;
    ForkedApp.Builder app = SERVER.prepare(site);
    app.jvm(
        "-Dotel.traces.exporter=logging",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none");
    if (first) {
      app.jvm(other);
    }
    Mirroring.of(target, metricsPort).addTo(app);
    if (!first) {
      app.jvm(other);
    }
    try (ServerRun run = new ServerRun(SERVER, site, app)) {
      assertThat(run.firstOrder("ann")).isEqualTo("ann: 1 orders, 3 lines, 1 counted\n");
      assertThat(run.order("bob")).contains("bob: 2 orders");
      Metrics metrics = Accounts.assertAddUp(() -> Metrics.scrape(metricsPort));
      assertThat(metrics.mirrored()).isPositive();
      assertThat(metrics.mirrored() + metrics.discarded("rolled_back"))
          .isEqualTo(metrics.requests());
      run.stop();
      TableCompare.assertEqual(source, target);
      Report.write(
          name + (first ? ", before ours" : ", after ours"),
          agent.version(),
          "yes",
          metrics.mirrored() + " of " + (metrics.requests() - metrics.discarded()),
          "yes");
      return run.process().stderr().text() + run.process().stdout().text();
    }
  }
}
