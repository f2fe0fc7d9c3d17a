package io.jdbcmirror.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Histogram;
import java.util.ArrayList;
import java.util.List;

/** The two histograms of times, which the mirror's threads feed. Thread-safe. */
final class Histograms {
  private final Histogram latency =
      histogram("mirror_latency_seconds", "Time of the same mirrored requests on both sides.")
          .labelNames("database", "side")
          .create();
  private final Histogram queueWait =
      histogram("mirror_queue_wait_seconds", "From a transaction's release to its taking.")
          .labelNames("database")
          .create();

  private static Histogram.Builder histogram(String name, String help) {
    // Exemplars would look for the application's tracer on each observation.
    return Histogram.build(name, help).buckets(LatencyTotals.BOUNDS).withoutExemplars();
  }

  Histogram.Child source(String database) {
    return latency.labels(database, "source");
  }

  Histogram.Child target(String database) {
    return latency.labels(database, "target");
  }

  Histogram.Child queueWait(String database) {
    return queueWait.labels(database);
  }

  /** Without the {@code _created} samples, which no other metric of ours has. */
  List<MetricFamilySamples> collect() {
    List<MetricFamilySamples> families = new ArrayList<>();
    families.addAll(withoutCreated(latency));
    families.addAll(withoutCreated(queueWait));
    return families;
  }

  private static List<MetricFamilySamples> withoutCreated(Histogram histogram) {
    List<MetricFamilySamples> families = histogram.collect();
    // What the collector made for this call is this call's own.
    families.forEach(family -> family.samples.removeIf(sample -> isCreated(sample.name)));
    return families;
  }

  private static boolean isCreated(String name) {
    return name.endsWith("_created");
  }
}
