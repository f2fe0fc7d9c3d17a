package io.jdbcmirror.tests.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Accounts;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DeleteFolder;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.FreePort;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.Servers;
import io.jdbcmirror.tests.fixture.TableCompare;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application in a server that its users know: with the agent it answers the same, the server
 * says nothing else, and all it did on its database is on the target.
 */
@Tag("servers")
class ServersTest {
  private static final List<String> CUSTOMERS = List.of("ann", "bob", "ann", "cem", "ann");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theApplicationAnswersTheSameAndIsMirrored(AppServer server) throws Exception {
    Result plain = run(server, "plain", Servers.h2Source().createDatabase("plain"), null);
    Database source = Servers.h2Source().createDatabase("source");
    Database target = Servers.h2Target().createDatabase("target");
    Result mirrored = run(server, "mirrored", source, target);

    assertThat(mirrored.answers()).isEqualTo(plain.answers());
    TableCompare.assertEqual(source, target);
    Metrics metrics = mirrored.metrics();
    assertThat(metrics.mirrored()).as("%s", metrics).isGreaterThanOrEqualTo(4L * CUSTOMERS.size());
    assertThat(metrics.discarded("rolled_back")).isEqualTo(2L * CUSTOMERS.size());
    assertThat(metrics.mirrored() + metrics.discarded("rolled_back")).isEqualTo(metrics.requests());
    assertThat(metrics.count("mirror_capture_failures_total")).isZero();
    Set<String> news = new TreeSet<>(mirrored.troubles());
    news.removeAll(plain.troubles());
    assertThat(news).as("what the log says with the agent only").isEmpty();
    Report.row(server, metrics);
  }

  private record Result(List<String> answers, Metrics metrics, Set<String> troubles) {}

  private Result run(AppServer server, String name, Database source, Database target)
      throws IOException {
    ShopTables.create(source);
    Site site = new Site(folder.resolve(name), FreePort.find(), source);
    java.nio.file.Files.createDirectories(site.folder());
    ForkedApp.Builder app = server.prepare(site);
    int metricsPort = FreePort.find();
    if (target != null) {
      ShopTables.create(target);
      Mirroring.of(target, metricsPort).addTo(app);
    }
    try (ServerRun run = new ServerRun(server, site, app)) {
      List<String> answers = new ArrayList<>();
      answers.add(run.firstOrder(CUSTOMERS.get(0)));
      CUSTOMERS.stream().skip(1).map(run::order).forEach(answers::add);
      Metrics metrics =
          target == null ? null : Accounts.assertAddUp(() -> Metrics.scrape(metricsPort));
      run.stop();
      return new Result(answers, metrics, run.troubles());
    }
  }

  @AfterEach
  void delete() {
    DeleteFolder.delete(folder);
  }
}
