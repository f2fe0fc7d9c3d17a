package io.jdbcmirror.benchmarks.memory;

import io.jdbcmirror.benchmarks.Effort;
import io.jdbcmirror.benchmarks.Median;
import io.jdbcmirror.benchmarks.Question;
import io.jdbcmirror.benchmarks.Section;
import io.jdbcmirror.benchmarks.Table;
import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.benchmarks.fork.Measured;
import io.jdbcmirror.benchmarks.rate.Load;
import io.jdbcmirror.benchmarks.rate.Sender;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a captured transaction holds, and what capturing means for the collector. */
public final class Memory implements Question {
  private static final int STATEMENTS = 40_000;
  private static final int SECONDS = 600;
  private static final int STATEMENTS_A_SECOND = 3_000;

  /** A command may take 40. */
  private static final int SECONDS_AT_ONCE = 20;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String title() {
    return "Memory and collection";
  }

  @Override
  public Section answer(Effort effort) throws IOException {
    try (PostgresServer source = PostgresServer.started();
        PostgresServer target = PostgresServer.started()) {
      int seconds = effort.of(effort.of(SECONDS)); // quick would still take a minute for each row
      return new Section()
          .text(
              "Bytes a transaction, on PostgreSQL: the heap after a full collection with "
                  + effort.of(STATEMENTS)
                  + " statements queued, the target standing still, less what it was before;"
                  + " beside what the agent says of itself; and what is left when all is applied"
                  + " and compared. The same work was done once before.")
          .table(held(source, target, effort))
          .text(
              "Young collections of "
                  + seconds
                  + " seconds, at "
                  + STATEMENTS_A_SECOND
                  + " selects and updates a second, from the JVM's log: G1 with a young generation"
                  + " of 8 MB. The agent's share includes what applies the transactions.")
          .table(collections(source, target, seconds));
    }
  }

  private static Table held(DatabaseServer source, DatabaseServer target, Effort effort) {
    Table table =
        new Table("a transaction of", "heap, B", "as the agent counts, B", "left, B", "goal");
    for (Load load : List.of(Load.MIX, Load.TRANSACTIONS)) {
      List<Held> rounds = new ArrayList<>();
      for (int round = 0; round < effort.rounds(); round++) {
        rounds.add(new HeldBytes(source, target, effort.of(STATEMENTS)).measure(load));
      }
      table.row(
          load.label(),
          number("%.0f", median(rounds, Held::heap)),
          number("%.0f", median(rounds, Held::counted)),
          number("%.1f", median(rounds, Held::retained)),
          "0 left");
    }
    return table;
  }

  private static double median(List<Held> rounds, ToDoubleFunction<Held> figure) {
    return Median.of(rounds.stream().map(figure::applyAsDouble).toList());
  }

  private static Table collections(DatabaseServer source, DatabaseServer target, int seconds)
      throws IOException {
    Table table =
        new Table("collections", "a minute", "p50, ms", "p99, ms", "longest, ms", "B a statement");
    Database mirrored = target.createDatabase("target");
    mirrored.execute(Sender.schema());
    row(table, "no agent", Jvm.plain(), source, seconds);
    row(table, "jdbc-mirror", Jvm.plain().mirroring(mirrored.url(), target), source, seconds);
    return table;
  }

  private static void row(Table table, String label, Jvm jvm, DatabaseServer source, int seconds)
      throws IOException {
    Collections young = collections(jvm, source, seconds);
    double statements = (double) STATEMENTS_A_SECOND * seconds;
    table.row(
        label,
        number("%.1f", young.count() * 60.0 / seconds),
        number("%.2f", young.pauseMillis(0.5)),
        number("%.2f", young.pauseMillis(0.99)),
        number("%.2f", young.pauseMillis(1)),
        number("%.0f", young.allocatedMegabytes() * 1024.0 * 1024 / statements));
  }

  private static Collections collections(Jvm jvm, DatabaseServer source, int seconds)
      throws IOException {
    Database database = source.createDatabase("source");
    database.execute(Sender.schema());
    Path log = Files.createTempFile("jdbc-mirror-gc", ".log");
    Jvm logging =
        jvm.with("-Xmx256m", "-Xmn8m", "-XX:+UseG1GC", "-Xlog:gc:file=" + log + "::filecount=0");
    try (Measured app =
        Measured.start(Steady.class, logging, database.url(), source.user(), source.password())) {
      run(app, Math.min(seconds, SECONDS_AT_ONCE)); // to be compiled
      int before = Collections.lines(log);
      run(app, seconds);
      return Collections.of(log, before);
    } finally {
      Files.delete(log);
    }
  }

  private static void run(Measured app, int seconds) {
    for (int left = seconds; left > 0; left -= SECONDS_AT_ONCE) {
      app.ask("run " + Math.min(left, SECONDS_AT_ONCE) + " " + STATEMENTS_A_SECOND);
    }
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
