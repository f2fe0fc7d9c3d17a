package io.jdbcmirror.benchmarks.real;

import io.jdbcmirror.benchmarks.Effort;
import io.jdbcmirror.benchmarks.Question;
import io.jdbcmirror.benchmarks.Section;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.H2Server;
import io.jdbcmirror.tests.fixture.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the application's calls of a real database take, with and without the agent. */
public final class RealCall implements Question {
  private static final int WARM_CALLS = 60_000;

  /** Fewer would be measured before they are compiled. */
  private static final int LEAST_WARM_CALLS = 20_000;

  private static final int TURNS = 10;
  private static final int SECONDS = 1;
  private static final int CALLS_A_SECOND = 1_000;

  @Override
  public String name() {
    return "real";
  }

  @Override
  public String title() {
    return "A real call";
  }

  @Override
  public Section answer(Effort effort) {
    Section section =
        new Section()
            .text(
                "A select by primary key and an update by turns, in autocommit, on one thread. At a"
                    + " fixed rate of "
                    + CALLS_A_SECOND
                    + " calls a second, far below what the processors can do: in a closed loop the"
                    + " mirror and its target would compete with the application for two"
                    + " processors, and the figures would tell that. Times are taken from when a"
                    + " call was due, in microseconds; each cell is the median of the rounds, the"
                    + " ratio that of the rounds' ratios. Every round has a JVM of its own for each"
                    + " row; they are measured by turns, a second each, so that what slows the"
                    + " machine down is in all of them. Stalled: a proxy passes no byte any more, and the"
                    + " queue fills and overflows. Absent: nobody listens.");
    try (H2Server target = H2Server.started()) {
      measure(Source::h2, target, effort).report("H2 in memory", section);
    }
    try (PostgresServer source = PostgresServer.started();
        PostgresServer target = PostgresServer.started()) {
      measure(() -> Source.of(source.createDatabase("source")), target, effort)
          .report("PostgreSQL on loopback", section);
    }
    return section;
  }

  private static Rounds measure(Supplier<Source> sources, DatabaseServer targets, Effort effort) {
    Rounds rounds = new Rounds();
    for (int round = 0; round < effort.rounds(); round++) {
      List<Contender> contenders = new ArrayList<>();
      try {
        for (TargetState state : TargetState.values()) {
          contenders.add(new Contender(state, sources.get(), targets));
        }
        measure(contenders, effort);
        contenders.forEach(each -> rounds.add(each.state(), each.result()));
      } finally {
        contenders.forEach(Contender::close);
      }
    }
    return rounds;
  }

  private static void measure(List<Contender> contenders, Effort effort) {
    contenders.forEach(each -> each.warm(Math.max(LEAST_WARM_CALLS, effort.of(WARM_CALLS))));
    for (int turn = 0; turn < effort.of(TURNS); turn++) {
      contenders.forEach(each -> each.measure(SECONDS, CALLS_A_SECOND));
    }
  }
}
