package io.jdbcmirror.metrics;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Every metric with a {@code database} label, in the order of the design's table. */
final class DatabaseCollector extends Collector {
  private final Supplier<List<DatabaseTotals>> databases;
  private final Histograms histograms;

  DatabaseCollector(Supplier<List<DatabaseTotals>> databases, Histograms histograms) {
    this.databases = databases;
    this.histograms = histograms;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    Families families = new Families(databases.get());
    requests(families);
    transactions(families);
    errors(families);
    comparisons(families);
    histograms.collect().forEach(families::add);
    return families.list();
  }

  private static void requests(Families families) {
    families.counter(
        "mirror_requests", "Execute calls of the application.", DatabaseTotals::requests);
    group(families, Outcome.Group.MIRRORED, "Requests executed and committed on the target.");
    group(families, Outcome.Group.UNSAMPLED, "Requests not chosen by exposure.");
    group(families, Outcome.Group.FILTERED, "Requests left out on purpose.");
    group(families, Outcome.Group.FAILED, "Requests tried on the target and not committed there.");
    reasons(families, Outcome.Group.DISCARDED, "Requests of which there is nothing to mirror.");
    reasons(families, Outcome.Group.DROPPED, "Requests the mirror could not take.");
    families.gauge(
        "mirror_requests_open",
        "Requests of transactions the application has not ended.",
        DatabaseTotals::open);
    families.gauge(
        "mirror_requests_in_flight", "Requests queued or being applied.", DatabaseTotals::inFlight);
  }

  private static void group(Families families, Outcome.Group group, String help) {
    families.counter("mirror_requests_" + group.label(), help, totals -> totals.requests(group));
  }

  private static void reasons(Families families, Outcome.Group group, String help) {
    List<Outcome> outcomes = new ArrayList<>(Arrays.asList(Outcome.values()));
    outcomes.removeIf(outcome -> outcome.group() != group);
    String name = "mirror_requests_" + group.label();
    families.counters(name, help, "reason", outcomes, Outcome::reason, DatabaseTotals::requests);
  }

  private static void transactions(Families families) {
    families.counters(
        "mirror_transactions",
        "Transactions that ended; those without requests do not count.",
        "outcome",
        Arrays.asList(Outcome.Group.values()),
        Outcome.Group::label,
        DatabaseTotals::transactions);
    families.counter(
        "mirror_order_relaxed",
        "Places in the queue that gave way because their commit did not return in time.",
        DatabaseTotals::orderRelaxed);
    families.counter(
        "mirror_batched_requests",
        "Mirrored requests sent in a batch with others; latencies leave them out.",
        DatabaseTotals::batched);
    families.counters(
        "mirror_generated_keys",
        "Mirrored inserts that asked for generated keys.",
        "result",
        Arrays.asList(KeyResult.values()),
        KeyResult::label,
        DatabaseTotals::generatedKeys);
  }

  private static void errors(Families families) {
    families.counters(
        "mirror_errors",
        "Failed attempts on the target, and requests dropped on a full queue.",
        "type",
        Arrays.asList(ErrorType.values()),
        ErrorType::label,
        DatabaseTotals::errors);
    alias(families, ErrorType.CONNECTION);
    alias(families, ErrorType.TIMEOUT);
    alias(families, ErrorType.QUERY);
    alias(families, ErrorType.BUFFER_FULL);
  }

  private static void comparisons(Families families) {
    families.counters(
        "mirror_comparisons",
        "Requests tried on the target, by how they compare with the source.",
        "verdict",
        Arrays.asList(Verdict.values()),
        Verdict::label,
        (totals, verdict) -> totals.comparisons().verdict(verdict));
    families.counter(
        "mirror_source_errors_compared",
        "Requests that failed on the source, were run on the target and rolled back; they are among"
            + " the comparisons.",
        DatabaseTotals::sourceErrorsCompared);
    families.counters(
        "mirror_not_compared",
        "Requests tried on the target that were not compared.",
        "reason",
        Arrays.asList(NotCompared.values()),
        NotCompared::label,
        (totals, reason) -> totals.comparisons().notCompared(reason));
    families.counters(
        "mirror_differences",
        "Requests that differ on the two sides, by what explains it.",
        "attribution",
        Arrays.asList(Attribution.values()),
        Attribution::label,
        (totals, attribution) -> totals.comparisons().differences(attribution));
  }

  private static void alias(Families families, ErrorType type) {
    families.counter(
        "mirror_errors_" + type.label(),
        "The same as mirror_errors_total of type " + type.label() + ".",
        totals -> totals.errors(type));
  }
}
