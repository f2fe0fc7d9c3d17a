package io.jdbcmirror.benchmarks.startup;

import io.jdbcmirror.benchmarks.fork.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which classes a program has loaded, when, on which thread and from where: the JVM's own log. */
record ClassLog(List<Loaded> classes) {
  private static final Pattern LINE = Pattern.compile("\\[(\\d+)ns]\\[(\\d+)] (\\S+) source: (.*)");

  /** One class. */
  record Loaded(double millis, String thread, String name, String source) {
    private static @Nullable Loaded of(String line) {
      Matcher matcher = LINE.matcher(line);
      return matcher.matches()
          ? new Loaded(
              Long.parseLong(matcher.group(1)) / 1e6,
              matcher.group(2),
              matcher.group(3),
              matcher.group(4))
          : null;
    }
  }

  /** Of one run. */
  static ClassLog of(Program program, Jvm jvm) throws IOException, InterruptedException {
    Path file = Files.createTempFile("jdbc-mirror-classes", ".log");
    try {
      program.start(jvm.with("-Xlog:class+load:file=" + file + ":uptimenanos,tid:filecount=0"));
      try (Stream<String> lines = Files.lines(file)) {
        return new ClassLog(lines.map(Loaded::of).filter(Objects::nonNull).toList());
      }
    } finally {
      Files.delete(file);
    }
  }

  /** When the first class was loaded whose name begins so; after the JVM's own start. */
  OptionalDouble millis(String prefix) {
    return classes.stream()
        .filter(loaded -> loaded.name().startsWith(prefix))
        .mapToDouble(Loaded::millis)
        .findFirst();
  }

  /** That were loaded until then. */
  Stream<Loaded> until(double millis) {
    return classes.stream().filter(loaded -> loaded.millis() <= millis);
  }
}
