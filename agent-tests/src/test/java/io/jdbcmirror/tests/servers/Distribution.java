package io.jdbcmirror.tests.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the build has taken from Maven Central: a folder, or a jar, by the beginning of its name.
 */
record Distribution(String prefix, Path path) {
  static Distribution of(String prefix) {
    try (Stream<Path> all = Files.list(module().resolve("distributions"))) {
      Path found =
          all.filter(path -> path.getFileName().toString().startsWith(prefix))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no " + prefix + ": run scripts/servers.sh"));
      return new Distribution(prefix, found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The small application's classes, as they were compiled for all servers. */
  static Path applicationClasses() {
    return module().resolve("classes");
  }

  private static Path module() {
    return Path.of(System.getProperty("jdbcmirror.test.servers")).normalize();
  }

  String version() {
    return path.getFileName().toString().substring(prefix.length()).replaceAll("\\.jar$", "");
  }

  Path file(String name) {
    return path.resolve(name);
  }
}
