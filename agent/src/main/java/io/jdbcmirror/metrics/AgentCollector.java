package io.jdbcmirror.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Every metric without a {@code database} label: queue, target and the agent itself. */
final class AgentCollector extends Collector {
  private final Supplier<Snapshot> snapshots;
  private final String version;
  private final String javaVersion;

  AgentCollector(Supplier<Snapshot> snapshots, String version, String javaVersion) {
    this.snapshots = snapshots;
    this.version = version;
    this.javaVersion = javaVersion;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    Snapshot snapshot = snapshots.get();
    List<MetricFamilySamples> families = new ArrayList<>(queue(snapshot.queue()));
    families.add(
        gauge(
            "mirror_target_up",
            "1 if the last contact with the target succeeded.",
            snapshot.targetUp() ? 1 : 0));
    families.add(
        gauge(
            "mirror_target_refused",
            "1 if the target was refused because it is, or may be, the source.",
            snapshot.targetRefused() ? 1 : 0));
    families.add(captureFailures(snapshot));
    families.add(buildInfo());
    return families;
  }

  private static List<MetricFamilySamples> queue(QueueView queue) {
    return Arrays.asList(
        gauge("mirror_queue_length", "Transactions waiting.", queue.length()),
        gauge("mirror_queue_capacity", "Transactions that may wait.", queue.capacity()),
        gauge("mirror_queue_bytes", "Bytes captured and not yet applied.", (double) queue.bytes()),
        gauge("mirror_queue_max_bytes", "Limit of mirror_queue_bytes.", (double) queue.maxBytes()),
        gauge(
            "mirror_lag_seconds",
            "How long the oldest transaction that waits has waited.",
            queue.lagNanos() / NANOSECONDS_PER_SECOND));
  }

  private static MetricFamilySamples gauge(String name, String help, double value) {
    return new GaugeMetricFamily(name, help, value);
  }

  private static MetricFamilySamples captureFailures(Snapshot snapshot) {
    CounterMetricFamily family =
        new CounterMetricFamily(
            "mirror_capture_failures",
            "Faults of the agent's own on application threads.",
            Collections.singletonList("hook"));
    snapshot
        .captureFailures()
        .forEach((hook, count) -> family.addMetric(Collections.singletonList(hook), count));
    return family;
  }

  private MetricFamilySamples buildInfo() {
    return new GaugeMetricFamily(
            "mirror_build_info", "The agent's version.", Arrays.asList("version", "java"))
        .addMetric(Arrays.asList(version, javaVersion), 1);
  }
}
