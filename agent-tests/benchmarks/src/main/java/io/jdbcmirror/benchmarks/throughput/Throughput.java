package io.jdbcmirror.benchmarks.throughput;

import io.jdbcmirror.benchmarks.Effort;
import io.jdbcmirror.benchmarks.Question;
import io.jdbcmirror.benchmarks.Section;
import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.benchmarks.fork.Measured;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.PostgresServer;
import java.io.IOException;
import java.util.stream.DoubleStream;

/** How many transactions an application gets done, with the agent and with a replicating proxy. */
public final class Throughput implements Question {
  private static final int THREADS = 8;
  private static final int SECONDS = 15;

  /** While code is compiled it takes processors that all others need, too. */
  private static final int LEAST_WARM_SECONDS = 15;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public String title() {
    return "The application's throughput";
  }

  @Override
  public Section answer(Effort effort) throws IOException {
    Results results = new Results();
    try (PostgresServer source = PostgresServer.started();
        PostgresServer target = PostgresServer.started()) {
      for (int round = 0; round < effort.rounds(); round++) {
        for (Variant variant : Variant.values()) {
          if (variant.isAvailable()) {
            results.add(variant, measure(variant, source, target, effort));
          }
        }
      }
    }
    return new Section()
        .text(
            "Transactions of TPC-B, as pgbench has them (three updates, a select, an insert), over"
                + " JDBC: "
                + THREADS
                + " threads, one transaction after the other, scale "
                + Bank.BRANCHES
                + ". Application, both PostgreSQL servers and the proxy share the same processors:"
                + " what the target does for the mirror is taken from the application here. With"
                + " an absent target the application's own side is left: it captures everything,"
                + " for a queue that overflows. Mirrored: the part of the requests that were to be"
                + " mirrored; what is missing was dropped, as the queue was full. Milliseconds are"
                + " of one transaction.")
        .table(results.table());
  }

  private static double[] measure(
      Variant variant, DatabaseServer source, DatabaseServer target, Effort effort)
      throws IOException {
    Database database = source.createDatabase("bank");
    Database twin = target.createTwin(database);
    database.execute(Bank.schema());
    twin.execute(Bank.schema());
    if (variant != Variant.PGPOOL) {
      return run(variant.jvm(twin), database.url(), source, effort);
    }
    try (Pgpool pgpool = Pgpool.started(source, target)) {
      String url = source.url("127.0.0.1", pgpool.port(), database.name());
      return run(Jvm.plain(), url, source, effort);
    }
  }

  private static double[] run(Jvm jvm, String url, DatabaseServer source, Effort effort) {
    String threads = String.valueOf(THREADS);
    try (Measured app =
        Measured.start(Bank.class, jvm, url, source.user(), source.password(), threads)) {
      int seconds = effort.of(SECONDS);
      app.ask("run " + Math.max(seconds, LEAST_WARM_SECONDS));
      double[] figures = app.numbers("run " + seconds);
      return jvm.hasAgent() ? append(figures, mirrored(app)) : append(figures, Double.NaN);
    }
  }

  private static double mirrored(Measured app) {
    Metrics metrics = app.metrics();
    double ended =
        metrics.requests()
            - metrics.unsampled()
            - metrics.value("mirror_requests_open")
            - metrics.value("mirror_requests_in_flight");
    return metrics.mirrored() / ended;
  }

  private static double[] append(double[] figures, double last) {
    return DoubleStream.concat(DoubleStream.of(figures), DoubleStream.of(last)).toArray();
  }
}
