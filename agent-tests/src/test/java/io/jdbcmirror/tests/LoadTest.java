package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jdbcmirror.tests.app.LoadApp;
import io.jdbcmirror.tests.fixture.LoadRun;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application under load: eight threads on the same few rows. */
@OnEachVendor
class LoadTest extends MirrorSuite {
  private static final int THREADS = 8;
  private static final int SECONDS = Integer.getInteger("jdbcmirror.test.seconds", 12);
  private static final long UNLIMITED = 1_000_000;

  LoadTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createShop() {
    onBothSides(LoadApp.schema());
  }

  @Test
  void conflictingTransactionsArriveInTheSourcesOrder() {
    MirroredApp app =
        apps.load(source, target, THREADS, UNLIMITED, SECONDS, 1_500)
            .set("queue.capacity", "500000")
            .set("queue.max-bytes", "1g")
            .start();
    long transactions = new LoadRun(app).done();

    Metrics metrics = app.drain();
    System.out.println(vendor + ": " + transactions + " transactions in " + SECONDS + " s");
    assertThat(metrics.dropped()).as("%s", metrics).isZero();
    assertThat(metrics.failed()).as("%s", metrics).isZero();
    assertThat(metrics.discarded("parameters_not_captured")).isZero();
    assertThat(metrics.discarded("unsupported")).isZero();
    assertTablesEqual();
    assertThat(metrics.transactions("mirrored")).isGreaterThanOrEqualTo(transactions);
  }

  @Test
  void exposureChoosesItsShareOfWholeTransactions() {
    int transactions = 20_000;
    double exposure = 0.1;
    MirroredApp app =
        apps.load(source, target, THREADS, transactions, 240, UNLIMITED)
            .set("exposure", String.valueOf(exposure))
            .set("queue.capacity", "20000")
            .start();
    new LoadRun(app).done();

    Metrics metrics = app.drain();
    double all = metrics.value("mirror_transactions_total");
    double sampled = all - metrics.transactions("unsampled");
    double deviation = Math.sqrt(exposure * (1 - exposure) / all);
    assertThat(all).isGreaterThanOrEqualTo(transactions);
    assertThat(sampled / all).isCloseTo(exposure, within(4 * deviation));
    assertThat(metrics.dropped()).as("%s", metrics).isZero();
    assertThat(metrics.failed()).as("%s", metrics).isZero();
    assertEveryOrderOnTheTargetIsWhole(metrics.transactions("mirrored"));
  }

  @Test
  void aTargetKilledAndRestartedUnderLoadCatchesUp() {
    MirroredApp app =
        apps.load(source, target, THREADS, UNLIMITED, 14, 250)
            .set("queue.max-bytes", "256m")
            .start();
    LoadRun load = new LoadRun(app);
    load.awaitSecond(4);
    if (isPostgres()) {
      target.server().kill();
    } else {
      target.server().stop(); // H2 loses the last half second when it is killed
    }
    int killed = load.rates().size();
    load.awaitSecond(killed + 4);
    target.server().start();
    int restarted = load.rates().size();
    load.done();

    Metrics metrics = app.drain();
    List<String> rates = load.rates();
    System.out.printf(
        "%s: transactions a second before the kill %s, without the target %s, after its restart %s%n",
        vendor,
        rates.subList(0, killed),
        rates.subList(killed, restarted),
        rates.subList(restarted, rates.size()));
    assertThat(metrics.errors("connection")).isPositive();
    assertThat(metrics.mirrored()).isPositive();
    if (metrics.dropped() == 0 && metrics.failed() == 0) {
      assertTablesEqual();
    } else {
      // Only what was cut off in its COMMIT may be lost: one transaction.
      assertThat(metrics.dropped()).as("%s", metrics).isZero();
      assertThat(metrics.transactions("failed")).as("%s", metrics).isOne();
    }
  }

  private void assertEveryOrderOnTheTargetIsWhole(long orders) {
    assertThat(target.count("orders")).isEqualTo(orders);
    LoadRun.assertEveryOrderIsWhole(target);
  }
}
