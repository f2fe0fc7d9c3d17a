package io.jdbcmirror.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The one metric that says what the agent was told to do, and not what it has done. */
final class ExposureCollector extends Collector {
  private final DoubleSupplier current;

  ExposureCollector(DoubleSupplier current) {
    this.current = current;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    return Collections.<MetricFamilySamples>singletonList(
        new GaugeMetricFamily(
            "mirror_exposure",
            "Fraction of transactions that is mirrored; 0 while paused.",
            current.getAsDouble()));
  }
}
