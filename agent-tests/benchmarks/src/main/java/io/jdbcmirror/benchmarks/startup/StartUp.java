package io.jdbcmirror.benchmarks.startup;

import io.jdbcmirror.benchmarks.Effort;
import io.jdbcmirror.benchmarks.Javas;
import io.jdbcmirror.benchmarks.Median;
import io.jdbcmirror.benchmarks.Question;
import io.jdbcmirror.benchmarks.Section;
import io.jdbcmirror.benchmarks.Table;
import io.jdbcmirror.tests.fixture.H2Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the agent adds to the start of a program, and where that goes. */
public final class StartUp implements Question {
  private static final int STARTS = 20;
  private static final int PROFILED = 5;

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String title() {
    return "Start-up";
  }

  @Override
  public Section answer(Effort effort) throws IOException, InterruptedException {
    Section section =
        new Section()
            .text(
                "Milliseconds from the start of the process to the first line that the program"
                    + " prints (with H2 in memory, to the result of the first query) and to its"
                    + " end; medians of "
                    + effort.of(STARTS)
                    + " starts, all rows by turns. The program on H2 ends at once: with a target"
                    + " its end waits until what it did is mirrored. An agent that does nothing shows what"
                    + " the JVM does more as soon as there is one. Then where it goes, as the"
                    + " JVM's log of loaded classes tells: a phase ends when a certain class is"
                    + " loaded, and the time before a class is counted as that class's. That log"
                    + " takes time, too, and a phase that the program has only with the agent is"
                    + " part of the next one without it.");
    Path emptyAgent = EmptyAgent.jar();
    try (H2Server server = H2Server.started()) {
      measure("17", new Variants(Javas.own(), emptyAgent, server), effort, section);
      Path newest = Javas.of(25).orElse(null);
      if (newest != null) {
        measure("25", new Variants(newest, emptyAgent, server), effort, section);
      }
    } finally {
      Files.delete(emptyAgent);
    }
    return section;
  }

  private static void measure(String java, Variants variants, Effort effort, Section section)
      throws IOException, InterruptedException {
    for (Program program : List.of(Program.QUERY, Program.PLAIN)) {
      String title = "Java " + java + ", " + program.name();
      section.table(starts(title, program, variants, effort));
      Profile profile = new Profile();
      for (int i = 0; i < effort.of(PROFILED); i++) {
        profile.add(
            ClassLog.of(program, variants.none()), ClassLog.of(program, variants.mirroring()));
      }
      section.table(profile.phases(title + ": phases")).table(profile.classes(title + ": classes"));
    }
  }

  private static Table starts(String title, Program program, Variants variants, Effort effort)
      throws IOException, InterruptedException {
    Map<String, List<Start>> measured = new LinkedHashMap<>();
    for (int i = 0; i < effort.of(STARTS); i++) {
      for (var variant : variants.all().entrySet()) {
        measured
            .computeIfAbsent(variant.getKey(), v -> new ArrayList<>())
            .add(program.start(variant.getValue()));
      }
    }
    Table table = new Table(title, "first, ms", "added", "end, ms", "added", "goal");
    List<Start> baseline = measured.values().iterator().next();
    measured.forEach(
        (variant, starts) ->
            table.row(
                variant,
                number(median(starts, Start::firstMillis)),
                number(median(starts, Start::firstMillis) - median(baseline, Start::firstMillis)),
                number(median(starts, Start::endMillis)),
                number(median(starts, Start::endMillis) - median(baseline, Start::endMillis)),
                variant.equals(Variants.MIRRORING) ? program.goal() : ""));
    return table;
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
    return Median.of(starts.stream().map(figure::applyAsDouble).toList());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
