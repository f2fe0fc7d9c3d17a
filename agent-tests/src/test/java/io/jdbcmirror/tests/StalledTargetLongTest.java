package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target that does not answer, and many sessions: it costs what the limits say. */
@OnEachVendor
class StalledTargetLongTest extends MirrorSuite {
  private static final int SESSIONS = 10;
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private TcpProxy proxy;

  StalledTargetLongTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void putAProxyBeforeTheTarget() {
    onBothSides("create table t (id int, name varchar(40))"); // no key: what is applied twice shows
    proxy = apps.closing(new TcpProxy(target.server().port()));
  }

  @AfterEach
  void thaw() {
    target.server().thaw();
  }

  @Test
  void manySessionsMakeOneAttemptForEachStepOfTheBackOff() {
    MirroredApp app = timeLimited(target.url(proxy)).set("mirror.threads", "4").start();
    app.run(insertOverManySessions(1));
    app.drain();
    int before = proxy.accepted();
    assertThat(before).isGreaterThanOrEqualTo(SESSIONS);

    proxy.hangUp();
    proxy.cut();
    long start = System.nanoTime();
    app.run(insertOverManySessions(2));
    await().atMost(LIMIT).until(() -> app.metrics().errors("connection") >= 4);
    int attempts = proxy.accepted() - before;
    assertThat(attempts).isLessThanOrEqualTo(stepsIn(System.nanoTime() - start));

    proxy.resume();
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(2 * SESSIONS);
    assertTablesEqual();
  }

  /** Attempts that fit into the time: each waits at least for half of its step, from 100 ms on. */
  private static int stepsIn(long nanos) {
    long waitedMillis = 0;
    int steps = 1;
    for (long step = 100; waitedMillis <= TimeUnit.NANOSECONDS.toMillis(nanos); steps++) {
      waitedMillis += Math.max(100, step / 2);
      step = Math.min(5_000, 2 * step);
    }
    return steps;
  }

  @Test
  void aTargetThatAcceptsAndSaysNothingCostsTheConnectTimeout() {
    proxy.stall();
    MirroredApp app = timeLimited(target.url(proxy)).start();
    app.run(insertOverManySessions(1));
    await().atMost(LIMIT).until(() -> app.metrics().errors("connection") >= 2);
    assertThat(source.count("t")).isEqualTo(SESSIONS);
    assertThat(app.get("/-/ready").statusCode()).isEqualTo(503);

    proxy.resume();
    assertThat(app.drain().mirrored()).isEqualTo(SESSIONS);
    assertTablesEqual();
  }

  @Test
  void aFrozenServerIsCaughtUpWithOnceItThaws() {
    MirroredApp app = timeLimited(target.url()).start();
    app.run(insertOverManySessions(1));
    app.drain();
    target.server().freeze();
    app.run(transactionsOverManySessions(2));
    assertThat(source.count("t")).isEqualTo(2 * SESSIONS);
    await().atMost(LIMIT).until(() -> app.metrics().errors() >= 2);

    target.server().thaw();
    Metrics metrics = app.drain();
    assertThat(metrics.failed()).as("%s", metrics).isZero();
    assertThat(metrics.mirrored()).isEqualTo(2 * SESSIONS);
    assertTablesEqual();
  }

  private Apps.Starter timeLimited(String url) {
    return apps.script(source, url, target)
        .set("target.connect-timeout", "500ms")
        .set("target.statement-timeout", "1s");
  }

  private static Step insertOverManySessions(int round) {
    return scene -> {
      for (int i = 0; i < SESSIONS; i++) {
        scene.connection("s" + i).setAutoCommit(true);
        scene.execute("s" + i, "insert into t values (" + (100 * round + i) + ", 'x')");
      }
    };
  }

  private static Step transactionsOverManySessions(int round) {
    return scene -> {
      for (int i = 0; i < SESSIONS; i++) {
        scene.connection("s" + i).setAutoCommit(false);
        scene.execute("s" + i, "insert into t values (" + (100 * round + i) + ", 'x')");
        scene.connection("s" + i).commit();
      }
    };
  }
}
