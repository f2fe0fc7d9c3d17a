package io.jdbcmirror.tests.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.fixture.Accounts;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.FreePort;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.Servers;
import io.jdbcmirror.tests.fixture.TableCompare;
import io.jdbcmirror.tests.fixture.TcpProxy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that is deployed again and again, its driver with it: no class loader of an old
 * one stays. That they would be seen is shown by an application that leaks its own.
 */
@Tag("servers")
class TomcatRedeployTest {
  private static final int REDEPLOYMENTS = 50;
  private static final int LEAKS = 3;

  /** Of the application and of the manager. */
  private static final int DEPLOYED = 2;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final int metricsPort = FreePort.find();
  private final Database source = Servers.h2Source().createDatabase("source");
  private final Database target = Servers.h2Target().createDatabase("target");
  private final TcpProxy proxy = new TcpProxy(target.server().port());
  private Site site;

  @AfterEach
  void closeProxy() {
    proxy.close();
  }

  @Test
  void noClassLoaderOfAnOldApplicationStays() throws Exception {
    try (ServerRun run = start()) {
      run.firstOrder("ann");
      for (int i = 0; i < REDEPLOYMENTS; i++) {
        run.order("ann");
        drained(); // the driver goes with the application
        reload();
      }
      run.order("ann");
      Metrics metrics = drained();
      assertThat(metrics.mirrored() + metrics.discarded("rolled_back"))
          .isEqualTo(metrics.requests());
      awaitLoaders(run, DEPLOYED);
      Report.write(
          "Tomcat, 50 redeployments",
          AppServer.TOMCAT.distribution().version(),
          "yes",
          metrics.mirrored() + " of " + (metrics.requests() - metrics.discarded()),
          "yes; no loader stays");
    }
  }

  @Test
  void whatIsQueuedAsItIsRedeployedArrivesByTheNewOnesDriver() throws Exception {
    try (ServerRun run = start()) {
      run.firstOrder("ann");
      drained();
      proxy.refuse();
      proxy.cut();
      for (int i = 0; i < LEAKS; i++) {
        run.order("ann");
        reload();
      }
      run.order("ann");
      proxy.accept();
      Metrics metrics = drained();
      assertThat(metrics.mirrored() + metrics.discarded("rolled_back"))
          .isEqualTo(metrics.requests());
      TableCompare.assertEqual(source, target);
      awaitLoaders(run, DEPLOYED);
      Report.write(
          "Tomcat, redeployed with work",
          AppServer.TOMCAT.distribution().version(),
          "yes",
          metrics.mirrored() + " of " + (metrics.requests() - metrics.discarded()),
          "yes; no loader stays");
    }
  }

  @Test
  void oneThatIsHeldWouldBeSeen() throws Exception {
    try (ServerRun run = start()) {
      run.firstOrder("ann");
      for (int i = 0; i < LEAKS; i++) {
        assertThat(run.get("/shop/leak").body()).contains("held");
        reload();
      }
      awaitLoaders(run, DEPLOYED + LEAKS);
    }
  }

  private ServerRun start() throws IOException {
    ShopTables.create(source);
    ShopTables.create(target);
    site = new Site(folder, FreePort.find(), source);
    Files.createDirectories(folder);
    ForkedApp.Builder app = AppServer.TOMCAT.prepare(site);
    return new ServerRun(AppServer.TOMCAT, site, throughProxy().addTo(app));
  }

  private Mirroring throughProxy() {
    return new Mirroring(target.url(proxy), target.server().user(), metricsPort);
  }

  private Metrics drained() {
    return Accounts.assertAddUp(() -> Metrics.scrape(metricsPort));
  }

  private void reload() throws Exception {
    String user =
        Base64.getEncoder().encodeToString("manager:manager".getBytes(StandardCharsets.UTF_8));
    URI uri = URI.create("http://127.0.0.1:" + site.port() + "/manager/text/reload?path=/shop");
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Basic " + user).build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body()).startsWith("OK");
  }

  /** The histogram counts what a collection of the whole heap has left. */
  private static void awaitLoaders(ServerRun run, long expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(loaders(run.process().pid())).isEqualTo(expected));
  }

  private static long loaders(long pid) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.class_histogram").start();
    String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return histogram
        .lines()
        .filter(line -> line.matches(".*catalina.loader.ParallelWebappClassLoader( .*)?"))
        .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[1]))
        .sum();
  }
}
