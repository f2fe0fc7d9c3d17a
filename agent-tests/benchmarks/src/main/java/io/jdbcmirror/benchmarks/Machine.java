package io.jdbcmirror.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the figures were measured on. */
final class Machine {
  private Machine() {}

  static String describe() {
    return LocalDate.now(ZoneOffset.UTC)
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " processors ("
        + processor()
        + "), "
        + System.getProperty("os.name")
        + ", Java "
        + System.getProperty("java.vm.version")
        + "; load before it "
        + load();
  }

  private static String processor() {
    return firstWith(Path.of("/proc/cpuinfo"), "model name").replaceFirst(".*:\\s*", "");
  }

  private static String load() {
    return firstWith(Path.of("/proc/loadavg"), "").replaceFirst(" .*", "");
  }

  private static String firstWith(Path file, String beginning) {
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith(beginning)).findFirst().orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
