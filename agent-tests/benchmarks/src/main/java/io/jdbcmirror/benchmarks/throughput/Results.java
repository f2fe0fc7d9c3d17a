package io.jdbcmirror.benchmarks.throughput;

import io.jdbcmirror.benchmarks.Median;
import io.jdbcmirror.benchmarks.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Of all rounds, by variant: transactions a second, median, 99th percentile, part mirrored. */
final class Results {
  private final Map<Variant, List<double[]>> measured = new EnumMap<>(Variant.class);

  void add(Variant variant, double[] figures) {
    measured.computeIfAbsent(variant, v -> new ArrayList<>()).add(figures);
  }

  Table table() {
    Table table =
        new Table("PostgreSQL, 8 threads", "a second", "of none", "p50, ms", "p99, ms", "mirrored");
    for (Variant variant : Variant.values()) {
      if (measured.containsKey(variant)) {
        table.row(
            variant.label(),
            number("%.0f", median(variant, 0)),
            number("%.2f", ratio(variant)),
            number("%.2f", median(variant, 1)),
            number("%.2f", median(variant, 2)),
            mirrored(median(variant, 3)));
      } else {
        table.row(variant.label(), "not installed: apt-get install pgpool2", "", "", "", "");
      }
    }
    return table;
  }

  private double median(Variant variant, int figure) {
    return Median.of(rounds(variant).stream().map(round -> round[figure]).toList());
  }

  /** Round by round, so that what slows down a whole round is in both. */
  private double ratio(Variant variant) {
    List<double[]> none = rounds(Variant.NONE);
    return Median.of(
        IntStream.range(0, none.size())
            .mapToObj(i -> rounds(variant).get(i)[0] / none.get(i)[0])
            .toList());
  }

  private List<double[]> rounds(Variant variant) {
    return Objects.requireNonNull(measured.get(variant));
  }

  private static String mirrored(double part) {
    return Double.isNaN(part) ? "" : number("%.3f", part);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
