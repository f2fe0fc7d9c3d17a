package io.jdbcmirror.benchmarks.startup;

import io.jdbcmirror.benchmarks.Median;
import io.jdbcmirror.benchmarks.Table;
import io.jdbcmirror.benchmarks.startup.ClassLog.Loaded;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Where the time of a start goes, up to its first word, as the logs of the classes that some runs
 * have loaded show it.
 */
final class Profile {
  private static final String LAST = FirstWord.class.getName();

  /** What one kind of classes comes to. */
  private record Part(double classes, double elsewhere, double millis) {}

  private final List<ClassLog> without = new ArrayList<>();
  private final List<ClassLog> with = new ArrayList<>();

  void add(ClassLog withoutAgent, ClassLog withAgent) {
    without.add(withoutAgent);
    with.add(withAgent);
  }

  /** From phase to phase. Without the agent a phase of its own ends with the next one. */
  Table phases(String title) {
    Table table = new Table(title, "without, ms", "with, ms");
    double lastWithout = 0;
    double lastWith = 0;
    for (Phase phase : Phase.values()) {
      OptionalDouble ends = reached(with, phase);
      if (ends.isPresent()) {
        OptionalDouble endsWithout = reached(without, phase);
        String took =
            endsWithout.isPresent() ? number(endsWithout.getAsDouble() - lastWithout) : "";
        table.row(phase.label(), took, number(ends.getAsDouble() - lastWith));
        lastWith = ends.getAsDouble();
        lastWithout = endsWithout.orElse(lastWithout);
      }
    }
    return table.row("altogether", number(lastWithout), number(lastWith));
  }

  /** The phase's end; in the middle of the runs. */
  private static OptionalDouble reached(List<ClassLog> logs, Phase phase) {
    List<Double> times =
        logs.stream()
            .map(log -> log.millis(phase.endsWith()))
            .filter(OptionalDouble::isPresent)
            .map(OptionalDouble::getAsDouble)
            .toList();
    return times.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Median.of(times));
  }

  /** By whose classes they are. */
  Table classes(String title) {
    Table table =
        new Table(title, "classes without", "with", "of them on other threads", "added ms");
    for (Origin origin : Origin.values()) {
      Part before = part(without, origin);
      Part after = part(with, origin);
      table.row(
          origin.label(),
          number(before.classes()),
          number(after.classes()),
          number(after.elsewhere()),
          number(after.millis() - before.millis()));
    }
    return table;
  }

  private static Part part(List<ClassLog> logs, Origin origin) {
    List<Part> parts = logs.stream().map(Profile::parts).map(all -> all.get(origin)).toList();
    return new Part(
        Median.of(parts.stream().map(Part::classes).toList()),
        Median.of(parts.stream().map(Part::elsewhere).toList()),
        Median.of(parts.stream().map(Part::millis).toList()));
  }

  /** The time between two classes of the program's thread is that of the second one. */
  private static Map<Origin, Part> parts(ClassLog log) {
    Map<Origin, Part> parts = new EnumMap<>(Origin.class);
    for (Origin origin : Origin.values()) {
      parts.put(origin, new Part(0, 0, 0));
    }
    double end = log.millis(LAST).orElseThrow();
    String main = log.classes().get(0).thread();
    double last = 0;
    for (Loaded loaded : log.until(end).toList()) {
      boolean here = loaded.thread().equals(main);
      double millis = here ? loaded.millis() - last : 0;
      last = here ? loaded.millis() : last;
      parts.merge(Origin.of(loaded), new Part(1, here ? 0 : 1, millis), Profile::sum);
    }
    return parts;
  }

  private static Part sum(Part a, Part b) {
    return new Part(
        a.classes() + b.classes(), a.elsewhere() + b.elsewhere(), a.millis() + b.millis());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
