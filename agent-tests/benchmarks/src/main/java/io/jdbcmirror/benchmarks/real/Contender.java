package io.jdbcmirror.benchmarks.real;

import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.benchmarks.fork.Measured;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.FreePort;
import io.jdbcmirror.tests.fixture.TcpProxy;

/** An application with a target in one state, warm and ready to be measured when it is its turn. */
final class Contender implements AutoCloseable {
  /** Fits into the queue. */
  private static final int PIECE = 5_000;

  private final TargetState state;
  private final TcpProxy proxy;
  private final Measured app;

  Contender(TargetState state, Source source, DatabaseServer targets) {
    this.state = state;
    this.proxy = new TcpProxy(targets.port());
    this.app =
        Measured.start(Caller.class, jvm(targets), source.url(), source.user(), source.password());
  }

  TargetState state() {
    return state;
  }

  private Jvm jvm(DatabaseServer targets) {
    if (!state.mirrors()) {
      return Jvm.plain();
    }
    int port =
        switch (state) {
          case STALLED -> proxy.port();
          case ABSENT -> FreePort.find();
          default -> targets.port();
        };
    String target = targets.createDatabase("target").name();
    return Jvm.plain().mirroring(targets.url("127.0.0.1", port, target), targets);
  }

  void warm(int calls) {
    for (int i = 0; i < calls; i += PIECE) {
      app.ask("warm " + PIECE);
      if (state.drains()) {
        app.drain();
      }
    }
    if (state == TargetState.STALLED) {
      proxy.stall();
    }
  }

  /** Leaves nothing for its mirror to do while another has its turn. */
  void measure(int seconds, int callsASecond) {
    app.ask("measure " + seconds + " " + callsASecond);
    if (state == TargetState.HEALTHY) {
      app.drain();
    }
  }

  /** Of all that was measured, as {@link Caller} tells it. */
  double[] result() {
    return app.numbers("report");
  }

  @Override
  public void close() {
    app.close();
    proxy.close();
  }
}
