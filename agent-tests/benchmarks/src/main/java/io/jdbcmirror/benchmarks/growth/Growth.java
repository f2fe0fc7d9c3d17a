package io.jdbcmirror.benchmarks.growth;

import io.jdbcmirror.benchmarks.Effort;
import io.jdbcmirror.benchmarks.Median;
import io.jdbcmirror.benchmarks.Question;
import io.jdbcmirror.benchmarks.Section;
import io.jdbcmirror.benchmarks.Table;
import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.benchmarks.fork.Measured;
import io.jdbcmirror.benchmarks.nothing.NothingDriver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How the cost of a call grows with what the application does. */
public final class Growth implements Question {
  private static final int MILLIS = 1_000;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String title() {
    return "Growth";
  }

  @Override
  public Section answer(Effort effort) {
    Section section =
        new Section()
            .text(
                "Nanoseconds of processor time that the application's own threads spend on a call"
                    + " (two setters and `execute`) of a driver that does nothing, in bursts that"
                    + " fit into the queue. One thing grows at a time; otherwise one thread, one"
                    + " digest, autocommit and a short text. One JVM for each column and round.");
    for (Dimension dimension : Dimension.values()) {
      Map<Integer, List<Double>> without = new TreeMap<>();
      Map<Integer, List<Double>> with = new TreeMap<>();
      for (int round = 0; round < effort.rounds(); round++) {
        measure(dimension, Jvm.plain(), effort, without);
        measure(dimension, mirroring(), effort, with);
      }
      report(section, dimension, medians(without), medians(with));
    }
    return section;
  }

  private static Jvm mirroring() {
    return Jvm.plain()
        .agent()
        .setting("target.url", NothingDriver.TARGET)
        .setting("target.unverified", "allow")
        .setting("target.max-sessions", "1000")
        .setting("queue.capacity", "100000")
        .setting("queue.max-bytes", "256m");
  }

  private static void measure(
      Dimension dimension, Jvm jvm, Effort effort, Map<Integer, List<Double>> nanos) {
    try (Measured grower =
        Measured.start(Grower.class, jvm.with("-Xmx1g"), String.valueOf(jvm.hasAgent()))) {
      grower.ask(dimension + " " + dimension.steps()[0] + " " + effort.of(2 * MILLIS)); // compiles
      for (int value : dimension.steps()) {
        double[] answer = grower.numbers(dimension + " " + value + " " + effort.of(MILLIS));
        nanos.computeIfAbsent(value, v -> new ArrayList<>()).add(answer[0]);
      }
    }
  }

  private static Map<Integer, Double> medians(Map<Integer, List<Double>> rounds) {
    Map<Integer, Double> medians = new TreeMap<>();
    rounds.forEach((value, nanos) -> medians.put(value, Median.of(nanos)));
    return medians;
  }

  private static void report(
      Section section,
      Dimension dimension,
      Map<Integer, Double> without,
      Map<Integer, Double> with) {
    Table table = new Table(dimension.label(), "without, ns", "with, ns", "added, ns", "goal");
    without.forEach(
        (value, nanos) -> {
          double more = Objects.requireNonNull(with.get(value));
          table.row(
              label(value),
              number(nanos),
              number(more),
              number(more - nanos),
              dimension.mayBeLinear() ? "linear" : "flat");
        });
    Plot plot =
        new Plot(
            "Processor time of a call in ns, by " + dimension.label(),
            Arrays.stream(dimension.steps()).mapToObj(Growth::label).toList(),
            dimension.mayBeLinear() ? Scale.logarithmic() : Scale.fromZero());
    plot.line("without the agent", List.copyOf(without.values()));
    plot.line("with the agent", List.copyOf(with.values()));
    section.table(table).picture(dimension.fileName(), dimension.label(), plot.svg());
  }

  private static String label(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
