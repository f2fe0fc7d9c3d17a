package io.jdbcmirror.benchmarks.call;

import io.jdbcmirror.benchmarks.Effort;
import io.jdbcmirror.benchmarks.Javas;
import io.jdbcmirror.benchmarks.Median;
import io.jdbcmirror.benchmarks.Question;
import io.jdbcmirror.benchmarks.Section;
import io.jdbcmirror.benchmarks.Table;
import io.jdbcmirror.benchmarks.nothing.NothingDriver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the agent, and others, add to a call of a driver that does nothing. */
public final class CallCost implements Question {
  /** The driver's methods stay calls, as those of a real driver are. */
  private static final List<String> DRIVER_IS_CALLED =
      List.of(
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=dontinline,io.jdbcmirror.benchmarks.nothing.NothingStatement::*");

  private static final String FULL = "jdbc-mirror, exposure 1.0";
  private static final String TENTH = "jdbc-mirror, exposure 0.01";
  private static final String NONE = "jdbc-mirror, exposure 0";
  private static final Map<String, String> GOALS =
      Map.of(FULL, "150 ns, 200 B", TENTH, "12 ns", NONE, "10 ns, 0 B");

  @Override
  public String name() {
    return "call";
  }

  @Override
  public String title() {
    return "A captured call";
  }

  @Override
  public Section answer(Effort effort) throws RunnerException {
    Section section =
        new Section()
            .text(
                "`setInt`, `setString`, `execute` in autocommit, on a driver that does nothing; both"
                    + " sides' times and counts are compared. Bytes are those that the calling thread"
                    + " allocates. Eight threads share the processors: their time is that of the wall.");
    for (int threads : new int[] {1, 8}) {
      section.table(table("17", Javas.own(), threads, effort));
      Path newest = Javas.of(25).orElse(null);
      if (newest != null) {
        section.table(table("25", newest, threads, effort));
      }
    }
    return section;
  }

  private static Table table(String java, Path executable, int threads, Effort effort)
      throws RunnerException {
    Map<Variant, List<Cost>> measured = new LinkedHashMap<>();
    for (int round = 0; round < effort.rounds(); round++) {
      for (Variant variant : variants()) {
        Cost cost = measure(variant, executable, threads, effort);
        measured.computeIfAbsent(variant, v -> new ArrayList<>()).add(cost);
      }
    }
    Table table =
        new Table(
            "Java " + java + ", threads: " + threads,
            "ns",
            "added",
            "added CPU ns",
            "added B",
            "goal");
    List<Cost> baseline = measured.values().iterator().next();
    measured.forEach(
        (variant, costs) ->
            table.row(
                variant.name(),
                number(median(costs, Cost::nanos)),
                number(median(costs, Cost::nanos) - median(baseline, Cost::nanos)),
                number(median(costs, Cost::cpuNanos) - median(baseline, Cost::cpuNanos)),
                number(median(costs, Cost::bytes) - median(baseline, Cost::bytes)),
                GOALS.getOrDefault(variant.name(), "")));
    return table;
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    return Median.of(costs.stream().map(figure::applyAsDouble).toList());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static List<Variant> variants() {
    return List.of(
        Variant.without("no agent", Access.PLAIN),
        Variant.agent(NONE, mirroring("0.0")),
        Variant.agent(TENTH, mirroring("0.01")),
        new Variant(FULL, mirroring("1.0"), Access.PLAIN, true),
        Variant.agent("OpenTelemetry's agent", openTelemetry()),
        Variant.without("p6spy, logs nothing", Access.P6SPY),
        Variant.without("datasource-proxy, no listener", Access.DATASOURCE_PROXY));
  }

  private static List<String> mirroring(String exposure) {
    return List.of(
        "-javaagent:" + System.getProperty("jdbcmirror.agent.jar"),
        "-Djdbcmirror.target.url=" + NothingDriver.TARGET,
        "-Djdbcmirror.target.unverified=allow",
        "-Djdbcmirror.metrics.port=0",
        "-Djdbcmirror.exposure=" + exposure);
  }

  private static List<String> openTelemetry() {
    return List.of(
        "-javaagent:" + System.getProperty("jdbcmirror.opentelemetry.jar"),
        "-Dotel.traces.exporter=none",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none");
  }

  private static Cost measure(Variant variant, Path java, int threads, Effort effort)
      throws RunnerException {
    List<String> jvm = new ArrayList<>(DRIVER_IS_CALLED);
    jvm.addAll(variant.jvm());
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(CallBenchmark.class.getName())
                    .jvm(java.toString())
                    .jvmArgs(jvm.toArray(String[]::new))
                    .param("access", variant.access().name())
                    .param("drains", String.valueOf(variant.drains()))
                    .threads(threads)
                    .forks(1)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.milliseconds(effort.of(1_000)))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.milliseconds(effort.of(1_000)))
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build())
            .runSingle();
    double calls = counted(result, "calls");
    return new Cost(
        result.getPrimaryResult().getScore(),
        counted(result, "cpuNanos") / calls,
        counted(result, "bytes") / calls);
  }

  private static double counted(RunResult result, String counter) {
    return Objects.requireNonNull(result.getSecondaryResults().get(counter), counter).getScore();
  }
}
