package io.jdbcmirror.benchmarks.rate;

import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.benchmarks.fork.Measured;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.Metrics;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * One measurement of every load: statements a second.
 *
 * @param threads of the mirror, and sessions
 */
record Drain(DatabaseServer source, DatabaseServer target, int threads, int statements) {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Each look takes processor time from what is measured. */
  private static final Duration POLL = Duration.ofMillis(20);

  /** The loop alone, on the target. */
  Map<Load, Double> bare() {
    Database database = filled(target.createDatabase("bare"));
    try (Measured sender = start(Jvm.plain(), database)) {
      Map<Load, Double> rates = new EnumMap<>(Load.class);
      for (Load load : Load.values()) {
        sender.ask(load + " " + statements);
        double seconds = sender.numbers(load + " " + statements)[0];
        rates.put(load, statements / seconds);
      }
      return rates;
    }
  }

  /** What the mirror makes of a full queue. */
  Map<Load, Double> mirror() {
    Database database = filled(source.createDatabase("source"));
    Database mirrored = filled(target.createDatabase("target"));
    try (Measured sender = start(mirroring(mirrored), database)) {
      Map<Load, Double> rates = new EnumMap<>(Load.class);
      for (Load load : Load.values()) {
        sender.ask(load + " " + statements);
        sender.drain();
        rates.put(load, statements / drainSeconds(sender, load));
      }
      return rates;
    }
  }

  private double drainSeconds(Measured sender, Load load) {
    long before = sender.metrics().mirrored();
    target.freeze();
    long start;
    try {
      sender.ask(load + " " + statements);
    } finally {
      start = System.nanoTime();
      target.thaw();
    }
    Awaitility.await("the queue is empty")
        .atMost(LIMIT)
        .pollDelay(POLL)
        .pollInterval(POLL)
        .until(() -> sender.metrics().value("mirror_requests_in_flight") == 0);
    double seconds = (System.nanoTime() - start) / 1e9;
    Metrics after = sender.drain();
    if (after.mirrored() - before != statements) {
      throw new IllegalStateException("not all of it was mirrored:\n" + after);
    }
    return seconds;
  }

  private Measured start(Jvm jvm, Database database) {
    return Measured.start(
        Sender.class,
        jvm.with("-Xmx1g"),
        database.url(),
        database.server().user(),
        database.server().password(),
        String.valueOf(threads));
  }

  private Jvm mirroring(Database database) {
    return Jvm.plain()
        .mirroring(database.url(), target)
        .setting("mirror.threads", String.valueOf(threads))
        .setting("queue.capacity", "200000")
        .setting("queue.max-bytes", "512m")
        .setting("target.statement-timeout", "5m");
  }

  private static Database filled(Database database) {
    database.execute(Sender.schema());
    return database;
  }
}
