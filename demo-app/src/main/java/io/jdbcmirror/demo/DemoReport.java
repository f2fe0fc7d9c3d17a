package io.jdbcmirror.demo;

import io.jdbcmirror.demo.compare.OrderComparison;
import io.jdbcmirror.demo.compare.TableComparison;
import io.jdbcmirror.demo.compare.TableResult;
import io.jdbcmirror.demo.metrics.Latency;
import io.jdbcmirror.demo.metrics.Outcomes;
import io.jdbcmirror.demo.metrics.PrometheusText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what came of it; each part says whether it is as it should be. */
final class DemoReport {
  private static final String KEYS = "mirror_generated_keys_total";

  private final Console console;

  DemoReport(Console console) {
    this.console = console;
  }

  /**
   * @return whether every request is accounted for, and none is unfinished
   */
  boolean outcomes(@Nullable PrometheusText metrics) {
    console.line("");
    if (metrics == null) {
      console.line("Outcomes: the agent gives no metrics.");
      return false;
    }
    Outcomes outcomes = Outcomes.of(metrics);
    TextTable table = new TextTable().row("requests", outcomes.requests());
    outcomes.parts().forEach((outcome, count) -> table.row("  " + outcome, count));
    table.row("sum", outcomes.sum(), outcomes.addUp() ? "adds up" : "DOES NOT ADD UP");
    print("Outcomes of the service's requests", table);
    if (outcomes.startingWith("dropped") > 0) {
      console.line("The mirror could not take all of it. Try a lower --rate.");
    }
    counts(metrics, "Keys that the database gave the mirrored orders", KEYS, "result");
    counts(metrics, "Errors on the target", "mirror_errors_total", "type");
    counts(metrics, "How the target's answers compare", "mirror_comparisons_total", "verdict");
    counts(metrics, "Why some were not compared", "mirror_not_compared_total", "reason");
    counts(metrics, "What explains differences", "mirror_differences_total", "attribution");
    latency(metrics);
    return outcomes.addUp() && outcomes.unfinished() == 0;
  }

  /** What has occurred of a metric, by its label. */
  private void counts(PrometheusText metrics, String title, String metric, String label) {
    TextTable table = new TextTable();
    for (PrometheusText.Sample sample : metrics.all(metric)) {
      if (sample.value() != 0) {
        table.row(sample.label(label), (long) sample.value());
      }
    }
    if (!table.lines().isEmpty()) {
      console.line("");
      print(title, table);
    }
  }

  private void latency(PrometheusText metrics) {
    TextTable table = new TextTable().row("", "requests", "mean", "p50", "p95", "p99");
    for (String side : List.of("source", "target")) {
      Latency latency = new Latency(metrics, side);
      table.row(
          side,
          latency.count(),
          millis(latency.meanSeconds()),
          millis(latency.quantileSeconds(0.5)),
          millis(latency.quantileSeconds(0.95)),
          millis(latency.quantileSeconds(0.99)));
    }
    console.line("");
    print("Latency of the mirrored requests, in milliseconds", table);
  }

  private static String millis(double seconds) {
    return Double.isNaN(seconds) ? "-" : String.format(Locale.ROOT, "%.3f", seconds * 1_000);
  }

  /**
   * @param everything whether all was mirrored; if not, only what is on the target is compared
   * @return whether no difference was found
   */
  boolean comparison(Database source, Database target, boolean everything) throws SQLException {
    try (Connection here = source.connect();
        Connection there = target.connect()) {
      List<TableResult> results =
          everything
              ? new TableComparison(here, there).compareAll()
              : new OrderComparison(here, there).compare();
      console.line("");
      print(
          everything
              ? "Rows of every table, compared one by one"
              : "Rows of the orders that are on the target, compared one by one",
          table(results));
      results.forEach(result -> result.examples().forEach(text -> console.line("  " + text)));
      return !results.isEmpty() && results.stream().allMatch(TableResult::isEqual);
    }
  }

  private static TextTable table(List<TableResult> results) {
    TextTable table =
        new TextTable()
            .row("", "source", "target", "equal", "different", "only source", "only target");
    for (TableResult result : results) {
      table.row(
          result.table().toLowerCase(Locale.ROOT),
          result.sourceRows(),
          result.targetRows(),
          result.equal(),
          result.different(),
          result.onlyOnSource(),
          result.onlyOnTarget());
    }
    return table;
  }

  /** The last word, for whoever reads nothing else. */
  void conclusion(boolean equal, boolean accounted, boolean everything) {
    console.line("");
    if (everything) {
      console.line(
          equal ? "YES: source and target are equal" : "NO:  source and target are not equal");
    } else {
      console.line(
          equal
              ? "YES: every order on the target is whole"
              : "NO:  not every order on the target is whole");
    }
    console.line(
        accounted
            ? "YES: every request is accounted for"
            : "NO:  not every request is accounted for");
  }

  private void print(String title, TextTable table) {
    console.line(title);
    table.lines().forEach(console::line);
  }
}
