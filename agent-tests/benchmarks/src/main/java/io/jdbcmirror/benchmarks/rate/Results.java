package io.jdbcmirror.benchmarks.rate;

import io.jdbcmirror.benchmarks.Median;
import io.jdbcmirror.benchmarks.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Of all rounds, by number of threads and load. */
final class Results {
  private final Map<Integer, List<Map<Load, Double>>> bare = new TreeMap<>();
  private final Map<Integer, List<Map<Load, Double>>> mirror = new TreeMap<>();

  void addBare(int threads, Map<Load, Double> rates) {
    bare.computeIfAbsent(threads, t -> new ArrayList<>()).add(rates);
  }

  void addMirror(int threads, Map<Load, Double> rates) {
    mirror.computeIfAbsent(threads, t -> new ArrayList<>()).add(rates);
  }

  /** How it scales is said of the mirror itself, with so many times the threads. */
  Table table(String vendor, int[] threads) {
    Table table =
        new Table(vendor, "threads", "bare loop", "mirror", "ratio", "goal", "of one thread's");
    for (Load load : Load.values()) {
      for (int count : threads) {
        double rate = median(mirror, count, load);
        table.row(
            load.label(),
            String.valueOf(count),
            number("%.0f", median(bare, count, load)),
            number("%.0f", rate),
            number("%.2f", ratio(count, load)),
            load.goal(),
            number("%.2f", rate / median(mirror, threads[0], load)));
      }
    }
    return table;
  }

  private static double median(
      Map<Integer, List<Map<Load, Double>>> rounds, int threads, Load load) {
    return Median.of(rates(rounds, threads, load));
  }

  /** Round by round, so that what slows down a whole round is in both. */
  private double ratio(int threads, Load load) {
    List<Double> with = rates(mirror, threads, load);
    List<Double> without = rates(bare, threads, load);
    return Median.of(
        IntStream.range(0, with.size()).mapToObj(i -> with.get(i) / without.get(i)).toList());
  }

  private static List<Double> rates(
      Map<Integer, List<Map<Load, Double>>> rounds, int threads, Load load) {
    return Objects.requireNonNull(rounds.get(threads)).stream()
        .map(round -> Objects.requireNonNull(round.get(load)))
        .toList();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
