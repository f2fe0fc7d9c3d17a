package io.jdbcmirror.tests.servers;

import io.jdbcmirror.tests.fixture.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The table that scripts/servers.sh shows: a row is written once all of it is proven. */
final class Report {
  private static final Path FILE =
      Path.of(System.getProperty("jdbcmirror.test.servers")).resolve("report.txt");

  private Report() {}

  static void row(AppServer server, Metrics metrics) {
    write(
        server.title(),
        server.distribution().version(),
        "yes",
        metrics.mirrored() + " of " + (metrics.requests() - metrics.discarded()),
        "yes");
  }

  static void write(Object... columns) {
    String line = "%-28s %-14s %-13s %-10s %s%n".formatted(columns);
    try {
      Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
