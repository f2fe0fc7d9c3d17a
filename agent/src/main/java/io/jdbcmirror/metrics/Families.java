package io.jdbcmirror.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;

/** Builds metric families with a {@code database} label from the databases' totals. Used once. */
final class Families {
  private static final String DATABASE = "database";

  private final List<DatabaseTotals> databases;
  private final List<MetricFamilySamples> families = new ArrayList<>();

  Families(List<DatabaseTotals> databases) {
    this.databases = databases;
  }

  /** A value of each database. The client adds {@code _total} to the name. */
  void counter(String name, String help, ToLongFunction<DatabaseTotals> value) {
    CounterMetricFamily family =
        new CounterMetricFamily(name, help, Collections.singletonList(DATABASE));
    for (DatabaseTotals totals : databases) {
      double count = (double) value.applyAsLong(totals);
      family.addMetric(Collections.singletonList(totals.database()), count);
    }
    families.add(family);
  }

  /** A value of each database and each key, whose {@code label} is {@code labelOf} it. */
  <K> void counters(
      String name,
      String help,
      String label,
      List<K> keys,
      Function<K, String> labelOf,
      ToLongBiFunction<DatabaseTotals, K> value) {
    CounterMetricFamily family =
        new CounterMetricFamily(name, help, Arrays.asList(DATABASE, label));
    for (DatabaseTotals totals : databases) {
      for (K key : keys) {
        double count = (double) value.applyAsLong(totals, key);
        family.addMetric(Arrays.asList(totals.database(), labelOf.apply(key)), count);
      }
    }
    families.add(family);
  }

  /** A value of each database. */
  void gauge(String name, String help, ToLongFunction<DatabaseTotals> value) {
    GaugeMetricFamily family =
        new GaugeMetricFamily(name, help, Collections.singletonList(DATABASE));
    for (DatabaseTotals totals : databases) {
      double now = (double) value.applyAsLong(totals);
      family.addMetric(Collections.singletonList(totals.database()), now);
    }
    families.add(family);
  }

  void add(MetricFamilySamples family) {
    families.add(family);
  }

  List<MetricFamilySamples> list() {
    return families;
  }
}
