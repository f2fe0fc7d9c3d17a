package io.jdbcmirror.demo;

import io.jdbcmirror.demo.cli.Arguments;
import io.jdbcmirror.demo.cli.UsageException;
import java.util.List;
import java.util.Set;

/** What the demonstration is asked to do; the names are those of {@code scripts/demo.sh --help}. */
record DemoOptions(
    boolean postgres,
    boolean keepRunning,
    double exposure,
    int seconds,
    int threads,
    int rate,
    long seed) {

  private static final Set<String> VALUED =
      Set.of("--exposure", "--seconds", "--threads", "--rate", "--seed");
  private static final Set<String> FLAGS = Set.of("--postgres", "--keep-running");

  static DemoOptions parse(List<String> arguments) {
    Arguments given = new Arguments(arguments, VALUED, FLAGS);
    if (given.has("--postgres") && !System.getProperty("os.name").equals("Linux")) {
      throw new UsageException("--postgres wants Linux");
    }
    return new DemoOptions(
        given.has("--postgres"),
        given.has("--keep-running"),
        given.fraction("--exposure", 1.0),
        (int) given.wholeNumber("--seconds", 20, 1, 86_400),
        (int) given.wholeNumber("--threads", 8, 1, 64),
        (int) given.wholeNumber("--rate", 200, 1, 100_000),
        given.wholeNumber("--seed", 1, 0, Long.MAX_VALUE));
  }

  boolean everythingIsMirrored() {
    return exposure == 1.0;
  }
}
