package io.jdbcmirror.benchmarks.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Young collections, from the JVM's own log.
 *
 * @param pausesMillis of each one, the shortest first
 * @param allocatedMegabytes from the first to the last
 */
record Collections(List<Double> pausesMillis, long allocatedMegabytes) {
  private static final Pattern YOUNG =
      Pattern.compile("Pause Young .* (\\d+)M->(\\d+)M\\(\\d+M\\) (\\d+\\.\\d+)ms");

  /**
   * @param skipped lines that the log had before the measurement
   */
  static Collections of(Path log, int skipped) throws IOException {
    List<Double> pauses = new ArrayList<>();
    long allocated = 0;
    long left = -1;
    for (String line : Files.readAllLines(log).subList(skipped, lines(log))) {
      Matcher young = YOUNG.matcher(line);
      if (young.find()) {
        allocated += left < 0 ? 0 : Long.parseLong(young.group(1)) - left;
        left = Long.parseLong(young.group(2));
        pauses.add(Double.parseDouble(young.group(3)));
      }
    }
    return new Collections(pauses.stream().sorted().toList(), allocated);
  }

  static int lines(Path log) throws IOException {
    return Files.readAllLines(log).size();
  }

  int count() {
    return pausesMillis.size();
  }

  /** The pause that so large a part of them does not pass; 0 if there was none. */
  double pauseMillis(double part) {
    return pausesMillis.isEmpty()
        ? 0
        : pausesMillis.get((int) Math.ceil(part * (pausesMillis.size() - 1)));
  }
}
