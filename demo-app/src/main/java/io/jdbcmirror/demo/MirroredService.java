package io.jdbcmirror.demo;

import io.jdbcmirror.demo.shop.OrderService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The order service as its own process, with the agent in it. */
final class MirroredService implements AutoCloseable {
  private static final Pattern METRICS =
      Pattern.compile("jdbc-mirror: .*\\bmetrics on (http://\\S+/metrics).*");

  private final Console console;
  private final ChildJvm process;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile @Nullable URI metrics;
  private volatile String lastWord = "";

  MirroredService(
      Path agent, Database source, Database target, DemoOptions options, Console console)
      throws IOException {
    this.console = console;
    process =
        ChildJvm.start(
            agentOptions(agent, target, options),
            OrderService.class,
            arguments(source, options),
            Map.of(
                "SHOP_PASSWORD", source.password(),
                "JDBCMIRROR_TARGET_PASSWORD", target.password()),
            this::output,
            this::error);
  }

  private static List<String> agentOptions(Path agent, Database target, DemoOptions options) {
    return List.of(
        "-javaagent:" + agent,
        "-Djdbcmirror.target.url=" + target.url(),
        "-Djdbcmirror.target.user=" + target.user(),
        "-Djdbcmirror.exposure=" + options.exposure(),
        "-Djdbcmirror.compare.results=checksum",
        "-Djdbcmirror.metrics.port=0");
  }

  private static List<String> arguments(Database source, DemoOptions options) {
    return List.of(
        "--url=" + source.url(),
        "--user=" + source.user(),
        "--seconds=" + options.seconds(),
        "--threads=" + options.threads(),
        "--rate=" + options.rate(),
        "--seed=" + options.seed());
  }

  private void output(String line) {
    lastWord = line.substring(line.indexOf(": ") + 1).trim();
    if (line.startsWith("done: ")) {
      done.countDown();
    }
  }

  private void error(String line) {
    Matcher address = METRICS.matcher(line);
    if (address.matches()) {
      metrics = URI.create(address.group(1));
    }
    console.error(line);
  }

  /** Where the agent said that its metrics are, if it has. */
  Optional<URI> metrics() {
    return Optional.ofNullable(metrics);
  }

  /** What the service did so far, in its own words. */
  String lastWord() {
    return lastWord;
  }

  /**
   * Waits until the service has served its last visitor.
   *
   * @return false if it has not, and is still at it
   * @throws IOException if the service ended before its time
   */
  boolean awaitDone(long millis) throws IOException, InterruptedException {
    if (done.await(millis, TimeUnit.MILLISECONDS)) {
      return true;
    }
    if (!process.isAlive()) {
      throw new IOException("the order service ended with status " + process.stop());
    }
    return false;
  }

  int stop() {
    return process.stop();
  }

  @Override
  public void close() {
    stop();
  }
}
