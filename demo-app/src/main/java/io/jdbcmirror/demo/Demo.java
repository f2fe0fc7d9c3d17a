package io.jdbcmirror.demo;

import io.jdbcmirror.demo.cli.UsageException;
import io.jdbcmirror.demo.metrics.PrometheusText;
import io.jdbcmirror.demo.shop.SchemaSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * The demonstration that {@code scripts/demo.sh} starts. Exit status 0 only if both databases are
 * equal at the end and every request is accounted for, 1 if not, 2 for a wrong command line.
 *
 * <p>System properties: {@code demo.agent} is the agent's jar, {@code demo.terminal} says whether
 * standard output is a terminal.
 */
public final class Demo {
  private final DemoOptions options;
  private final Cleanup cleanup = Cleanup.atExit();
  private final Console console = new Console(Boolean.getBoolean("demo.terminal"), cleanup);
  private final DemoReport report = new DemoReport(console);

  private Demo(DemoOptions options) {
    this.options = options;
  }

  public static void main(String[] arguments) {
    try {
      System.exit(new Demo(DemoOptions.parse(Arrays.asList(arguments))).exitStatus());
    } catch (UsageException wrong) {
      System.err.println("demo: " + wrong.getMessage() + "; see --help");
      System.exit(2);
    }
  }

  private int exitStatus() {
    try {
      return run() ? 0 : 1;
    } catch (IOException | SQLException failure) {
      console.error("demo: " + failure.getMessage());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  private boolean run() throws IOException, SQLException, InterruptedException {
    Path agent = agent();
    TemporaryFolder folder = new TemporaryFolder();
    cleanup.add(folder);
    console.line("Starting two " + (options.postgres() ? "PostgreSQL" : "H2") + " servers");
    Database source = database(folder, "shop");
    Database target = database(folder, "shop_mirror");
    console.line("  source " + source);
    console.line("  target " + target);
    console.line("Running the order service under the agent for " + options.seconds() + " s");
    MirroredService service = new MirroredService(agent, source, target, options, console);
    cleanup.add(service);
    return watch(service, source, target);
  }

  private static Path agent() throws IOException {
    Path agent = Path.of(System.getProperty("demo.agent", "jdbc-mirror-agent.jar"));
    if (!Files.isRegularFile(agent)) {
      throw new IOException("the agent's jar is missing; start the demo with scripts/demo.sh");
    }
    return agent;
  }

  private Database database(TemporaryFolder folder, String name)
      throws IOException, SQLException, InterruptedException {
    Database database =
        DatabaseProcess.start(options.postgres(), folder.path(), name, cleanup, console);
    try (Connection connection = database.connect()) {
      SchemaSetup.run(connection);
    }
    return database;
  }

  private boolean watch(MirroredService service, Database source, Database target)
      throws IOException, SQLException, InterruptedException {
    Watch watch = new Watch(service, options, console);
    watch.serviceAtWork();
    PrometheusText metrics = watch.mirrorCatchingUp();
    console.line("The service served " + service.lastWord());
    boolean accounted = report.outcomes(metrics);
    boolean equal = report.comparison(source, target, options.everythingIsMirrored());
    if (options.keepRunning()) {
      report.conclusion(equal, accounted, options.everythingIsMirrored());
      keepRunning(watch);
    }
    boolean served = service.stop() == 0;
    report.conclusion(equal, accounted, options.everythingIsMirrored());
    if (!served) {
      console.line("NO:  the service met errors that it did not expect");
    }
    return equal && accounted && served;
  }

  private void keepRunning(Watch watch) throws InterruptedException {
    console.line("");
    console.line("Still running: " + watch.statusPage() + " (Ctrl-C ends it)");
    new CountDownLatch(1).await();
  }
}
