package io.jdbcmirror.benchmarks.rate;

import io.jdbcmirror.benchmarks.Effort;
import io.jdbcmirror.benchmarks.Question;
import io.jdbcmirror.benchmarks.Section;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.MariaDbServer;
import io.jdbcmirror.tests.fixture.PostgresServer;

/** How fast the mirror applies what is queued, beside a bare loop of the same statements. */
public final class Rate implements Question {
  private static final int STATEMENTS = 40_000;

  private static final int[] THREADS = {1, 4};

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public String title() {
    return "Rate of the mirror";
  }

  @Override
  public Section answer(Effort effort) {
    Section section =
        new Section()
            .text(
                "Statements a second. The bare loop runs them one after the other on as many"
                    + " connections as the mirror has threads, each with a thread of its own. For"
                    + " the mirror the target's processes stand still while an application fills"
                    + " the queue with the same statements, from as many sessions; the time is that"
                    + " from when they go on until nothing is in flight. All have done all of it"
                    + " once before, to be compiled.");
    try (PostgresServer source = PostgresServer.started();
        PostgresServer target = PostgresServer.started()) {
      measure("PostgreSQL", source, target, effort.of(STATEMENTS), effort, section);
    }
    try (MariaDbServer source = MariaDbServer.started();
        MariaDbServer target = MariaDbServer.started()) {
      measure("MariaDB", source, target, effort.of(STATEMENTS), effort, section);
    }
    return section;
  }

  private static void measure(
      String vendor,
      DatabaseServer source,
      DatabaseServer target,
      int statements,
      Effort effort,
      Section section) {
    Results results = new Results();
    for (int round = 0; round < effort.rounds(); round++) {
      for (int threads : THREADS) {
        Drain drain = new Drain(source, target, threads, statements);
        results.addBare(threads, drain.bare());
        results.addMirror(threads, drain.mirror());
      }
    }
    section.table(results.table(vendor, THREADS));
  }
}
