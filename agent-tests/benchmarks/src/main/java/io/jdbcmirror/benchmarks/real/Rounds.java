package io.jdbcmirror.benchmarks.real;

import io.jdbcmirror.benchmarks.Median;
import io.jdbcmirror.benchmarks.Section;
import io.jdbcmirror.benchmarks.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** What all rounds have measured on one database. */
final class Rounds {
  private static final List<String> STATEMENTS = List.of("select", "update");

  private final Map<TargetState, List<double[]>> measured = new EnumMap<>(TargetState.class);

  void add(TargetState state, double[] micros) {
    measured.computeIfAbsent(state, s -> new ArrayList<>()).add(micros);
  }

  /** One table for each kind of statement. */
  void report(String database, Section section) {
    for (int i = 0; i < STATEMENTS.size(); i++) {
      section.table(table(database + ": " + STATEMENTS.get(i), i * Caller.PERCENTILES.length));
    }
  }

  private Table table(String title, int first) {
    Table table = new Table(title, "p50", "ratio", "p99", "ratio", "p99.9", "ratio");
    for (TargetState state : measured.keySet()) {
      List<String> cells = new ArrayList<>(List.of(state.label()));
      for (int i = first; i < first + Caller.PERCENTILES.length; i++) {
        cells.add(number("%.1f", micros(state, i)));
        cells.add(state == TargetState.NO_AGENT ? "" : number("%.3f", ratio(state, i)));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.row("goal", "", "1.02", "", "1.05", "", "");
  }

  private double micros(TargetState state, int figure) {
    return Median.of(rounds(state).stream().map(round -> round[figure]).toList());
  }

  /** Round by round, so that what slows down a whole round is in both. */
  private double ratio(TargetState state, int figure) {
    List<double[]> baseline = rounds(TargetState.NO_AGENT);
    return Median.of(
        IntStream.range(0, baseline.size())
            .mapToObj(i -> rounds(state).get(i)[figure] / baseline.get(i)[figure])
            .toList());
  }

  private List<double[]> rounds(TargetState state) {
    return Objects.requireNonNull(measured.get(state));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
