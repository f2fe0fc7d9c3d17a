package io.jdbcmirror.demo;

import io.jdbcmirror.demo.metrics.MetricsPage;
import io.jdbcmirror.demo.metrics.Outcomes;
import io.jdbcmirror.demo.metrics.PrometheusText;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Follows the service and its mirror, and shows how they get on. */
final class Watch {
  private static final int SECONDS_TO_DRAIN = 60;

  private final MirroredService service;
  private final DemoOptions options;
  private final Console console;
  private final long startNanos = System.nanoTime();
  private @Nullable MetricsPage page;

  Watch(MirroredService service, DemoOptions options, Console console) {
    this.service = service;
    this.options = options;
    this.console = console;
  }

  /** Returns when the service has served its last visitor. */
  void serviceAtWork() throws IOException, InterruptedException {
    long interval = console.isTerminal() ? 500 : 5_000;
    while (!service.awaitDone(interval)) {
      show(String.format(Locale.ROOT, "%3d of %d s", seconds(), options.seconds()));
    }
  }

  /**
   * Waits until nothing is open or in flight, or for a minute.
   *
   * @return the agent's last figures; null if it gives none
   */
  @Nullable PrometheusText mirrorCatchingUp() throws InterruptedException {
    PrometheusText metrics = read();
    for (int i = 0; i < SECONDS_TO_DRAIN * 2 && unfinished(metrics); i++) {
      TimeUnit.MILLISECONDS.sleep(500);
      metrics = read();
      if (console.isTerminal() || i % 10 == 9) {
        show("catching up");
      }
    }
    return metrics;
  }

  private static boolean unfinished(@Nullable PrometheusText metrics) {
    if (metrics == null) {
      return false;
    }
    Outcomes outcomes = Outcomes.of(metrics);
    long tried = outcomes.startingWith("mirrored") + outcomes.startingWith("failed");
    return outcomes.unfinished() > 0 || tried > (long) metrics.sum("mirror_comparisons_total");
  }

  /** The agent's page for people; null if it has none. */
  @Nullable String statusPage() {
    return page == null ? null : page.statusPage().toString();
  }

  private @Nullable PrometheusText read() throws InterruptedException {
    if (page == null) {
      page = service.metrics().map(MetricsPage::new).orElse(null);
    }
    try {
      return page == null ? null : page.read();
    } catch (IOException unreadable) {
      return null;
    }
  }

  private void show(String when) throws InterruptedException {
    PrometheusText metrics = read();
    String orders = service.lastWord().replaceAll("orders,.*", "orders");
    console.progress("  " + when + "  " + orders + (metrics == null ? "" : mirror(metrics)));
  }

  private static String mirror(PrometheusText metrics) {
    Outcomes outcomes = Outcomes.of(metrics);
    return String.format(
        Locale.ROOT,
        "  requests %,d  mirrored %,d  in flight %,d",
        outcomes.requests(),
        outcomes.startingWith("mirrored"),
        outcomes.startingWith("in flight"));
  }

  private long seconds() {
    long elapsed = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
    return Math.min(elapsed, options.seconds());
  }
}
