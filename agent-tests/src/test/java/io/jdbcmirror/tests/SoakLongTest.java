package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.LoadApp;
import io.jdbcmirror.tests.fixture.Footprint;
import io.jdbcmirror.tests.fixture.LoadRun;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A shop under load, and one fault of the target after the other, drawn from a seed. {@code
 * -Djdbcmirror.test.soak=1800} for half an hour, {@code -Djdbcmirror.test.seed=4711} for the same
 * faults again.
 */
class SoakLongTest extends MirrorSuite {
  private static final int SECONDS = Integer.getInteger("jdbcmirror.test.soak", 20);
  private static final long SEED = Long.getLong("jdbcmirror.test.seed", System.nanoTime());
  private static final int RATE = 200;
  private static final int WARM_UP = 3;
  private static final long ALLOWED_KILOBYTES = 16 * 1024;
  private static final Duration RECOVERY = Duration.ofMinutes(5);

  private enum Fault {
    REFUSES,
    BREAKS,
    SAYS_NOTHING,
    TRICKLES,
    IS_FROZEN,
    IS_KILLED,
    HOLDS_LOCKS,
    BREAKS_IN_COMMIT,
    HAS_RUDE_WATCHERS
  }

  private final Random dice = new Random(SEED);
  private final List<Footprint> footprints = new ArrayList<>();
  private final List<String> played = new ArrayList<>();
  private TcpProxy proxy;
  private MirroredApp app;
  private LoadRun load;

  SoakLongTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createShop() {
    onBothSides(LoadApp.schema());
    proxy = apps.closing(new TcpProxy(target.server().port()));
  }

  @Test
  void whateverHappensAllAddsUpAndNothingGrows() throws Exception {
    System.out.println("Soak: seed " + SEED + ", " + SECONDS + " s");
    app =
        apps.load(source, target, 8, Long.MAX_VALUE, SECONDS, RATE)
            .target(target.url(proxy) + "?prepareThreshold=0", target.server())
            .set("target.connect-timeout", "2s")
            .set("target.statement-timeout", "2s")
            .start();
    load = new LoadRun(app);
    load.awaitSecond(2);
    while (!load.isDone()) {
      Fault fault = Fault.values()[dice.nextInt(Fault.values().length)];
      played.add(fault.name());
      play(fault, 1 + dice.nextInt(3));
      awaitRecovery();
      footprints.add(Footprint.of(app.process()));
    }
    long transactions = load.done();
    Metrics metrics = app.drain();
    report(transactions, metrics);
    assertSameOrWhole(metrics);
    assertFlat();
  }

  private void play(Fault fault, int seconds) throws Exception {
    switch (fault) {
      case REFUSES -> {
        proxy.refuse();
        pass(seconds);
        proxy.accept();
      }
      case BREAKS -> {
        for (int i = 0; i < seconds; i++) {
          proxy.cut();
          pass(1);
          proxy.resume();
        }
      }
      case SAYS_NOTHING -> {
        proxy.stall();
        pass(seconds);
        proxy.resume();
      }
      case TRICKLES -> {
        proxy.trickle();
        pass(seconds);
        proxy.resume();
      }
      case IS_FROZEN -> {
        target.server().freeze();
        pass(seconds);
        target.server().thaw();
      }
      case IS_KILLED -> {
        target.server().kill();
        pass(seconds);
        target.server().start();
      }
      case HOLDS_LOCKS -> holdLocks(seconds);
      case BREAKS_IN_COMMIT -> {
        proxy.cutOnce("COMMIT", TcpProxy.Cut.AFTER_FORWARDING);
        pass(1);
      }
      case HAS_RUDE_WATCHERS -> watchRudely(seconds);
    }
  }

  private void holdLocks(int seconds) throws SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table account in access exclusive mode"); // all rows, no deadlock
      pass(seconds);
      connection.rollback();
    }
  }

  private void watchRudely(int seconds) throws IOException {
    List<Socket> watchers = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        Socket watcher = new Socket(InetAddress.getLoopbackAddress(), app.metricsPort());
        watchers.add(watcher);
        String request = i % 2 == 0 ? "GET /metrics HTTP/1.1\r\nHost:" : "\0\1\2 rubbish\r\n\r\n";
        watcher.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      }
      pass(seconds);
    } finally {
      for (Socket watcher : watchers) {
        watcher.close();
      }
    }
  }

  private void pass(int seconds) {
    load.awaitSecond(load.rates().size() + seconds);
  }

  private void awaitRecovery() {
    long before = app.metrics().mirrored();
    await()
        .atMost(RECOVERY)
        .until(
            () -> {
              Metrics now = app.metrics();
              boolean caughtUp = now.value("mirror_queue_length") < RATE;
              return caughtUp && (now.mirrored() > before || load.isDone());
            });
  }

  private void report(long transactions, Metrics metrics) {
    System.out.printf(
        "Soak: %d transactions, %d mirrored, %d failed, %d requests dropped, %d errors; %s%n%s%n",
        transactions,
        metrics.transactions("mirrored"),
        metrics.transactions("failed"),
        metrics.dropped(),
        metrics.errors(),
        String.join(" ", played),
        footprints);
  }

  private void assertSameOrWhole(Metrics metrics) {
    assertThat(metrics.mirrored()).isPositive();
    assertThat(metrics.count("mirror_capture_failures_total")).isZero();
    if (metrics.failed() == 0 && metrics.dropped() == 0) {
      assertTablesEqual();
    } else {
      LoadRun.assertEveryOrderIsWhole(target);
      Set<String> missing = new HashSet<>(target.rows("select * from orders"));
      source.rows("select * from orders").forEach(missing::remove);
      assertThat(missing).as("orders that the source does not have").isEmpty();
    }
  }

  private void assertFlat() {
    if (footprints.size() <= 2 * WARM_UP) {
      return; // too short to tell
    }
    Footprint early = largest(footprints.subList(0, WARM_UP));
    Footprint late = largest(footprints.subList(footprints.size() - WARM_UP, footprints.size()));
    assertThat(late.heapKilobytes())
        .as("heap: %s", footprints)
        .isLessThanOrEqualTo(early.heapKilobytes() + ALLOWED_KILOBYTES);
    assertThat(late.threads()).as("%s", footprints).isLessThanOrEqualTo(early.threads() + 4);
    assertThat(late.descriptors())
        .as("%s", footprints)
        .isLessThanOrEqualTo(early.descriptors() + 16);
  }

  private static Footprint largest(List<Footprint> some) {
    return new Footprint(
        some.stream().mapToLong(Footprint::heapKilobytes).max().orElseThrow(),
        some.stream().mapToLong(Footprint::threads).max().orElseThrow(),
        some.stream().mapToLong(Footprint::descriptors).max().orElseThrow());
  }
}
