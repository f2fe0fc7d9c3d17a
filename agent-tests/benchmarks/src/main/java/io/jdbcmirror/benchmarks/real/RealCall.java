package io.jdbcmirror.benchmarks.real;

import io.jdbcmirror.benchmarks.Effort;
import io.jdbcmirror.benchmarks.Question;
import io.jdbcmirror.benchmarks.Section;
import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.benchmarks.fork.Measured;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.FreePort;
import io.jdbcmirror.tests.fixture.H2Server;
import io.jdbcmirror.tests.fixture.PostgresServer;
import io.jdbcmirror.tests.fixture.TcpProxy;

/** What the application's calls of a real database take, with and without the agent. */
public final class RealCall implements Question {
  private static final int WARM_CALLS = 60_000;

  /** Fewer would be measured before they are compiled. */
  private static final int LEAST_WARM_CALLS = 20_000;

  private static final int PIECE = 5_000;
  private static final int SECONDS = 10;
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
                    + " row, all rows by turns. Stalled: a proxy passes no byte any more, and the"
                    + " queue fills and overflows. Absent: nobody listens.");
    try (H2Server target = H2Server.started()) {
      measure(Source.h2(), target, effort).report("H2 in memory", section);
    }
    try (PostgresServer source = PostgresServer.started();
        PostgresServer target = PostgresServer.started()) {
      measure(Source.of(source.createDatabase("source")), target, effort)
          .report("PostgreSQL on loopback", section);
    }
    return section;
  }

  private static Rounds measure(Source source, DatabaseServer targets, Effort effort) {
    Rounds rounds = new Rounds();
    for (int round = 0; round < effort.rounds(); round++) {
      for (TargetState state : TargetState.values()) {
        rounds.add(state, measure(state, source, targets, effort));
      }
    }
    return rounds;
  }

  private static double[] measure(
      TargetState state, Source source, DatabaseServer targets, Effort effort) {
    String target = targets.createDatabase("target").name();
    try (TcpProxy proxy = new TcpProxy(targets.port())) {
      int port =
          switch (state) {
            case STALLED -> proxy.port();
            case ABSENT -> FreePort.find();
            default -> targets.port();
          };
      Jvm jvm = Jvm.plain();
      if (state.mirrors()) {
        jvm = jvm.mirroring(targets.url("127.0.0.1", port, target), targets);
      }
      try (Measured app =
          Measured.start(Caller.class, jvm, source.url(), source.user(), source.password())) {
        warm(app, state, effort);
        if (state == TargetState.STALLED) {
          proxy.stall();
        }
        return app.numbers("measure " + effort.of(SECONDS) + " " + CALLS_A_SECOND);
      }
    }
  }

  /** In pieces that fit into the queue. */
  private static void warm(Measured app, TargetState state, Effort effort) {
    int calls = Math.max(LEAST_WARM_CALLS, effort.of(WARM_CALLS));
    for (int i = 0; i < calls; i += PIECE) {
      app.ask("warm " + PIECE);
      if (state.drains()) {
        app.drain();
      }
    }
  }
}
