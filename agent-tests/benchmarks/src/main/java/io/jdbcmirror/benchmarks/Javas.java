package io.jdbcmirror.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The JVMs to measure on: that of the run, and those named as for the tests. */
public final class Javas {
  private Javas() {}

  public static Path own() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** The last one of {@code JDBCMIRROR_TEST_JAVAS} whose path names this version. */
  public static Optional<Path> of(int version) {
    String named = System.getenv().getOrDefault("JDBCMIRROR_TEST_JAVAS", "");
    return Arrays.stream(named.split(":"))
        .filter(path -> path.contains(String.valueOf(version)))
        .reduce((first, second) -> second)
        .map(Path::of);
  }
}
