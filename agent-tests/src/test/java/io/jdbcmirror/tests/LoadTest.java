package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jdbcmirror.tests.app.LoadApp;
import io.jdbcmirror.tests.fixture.Lines;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application under load: eight threads on the same few rows. */
@OnEachVendor
class LoadTest extends MirrorSuite {
  private static final int THREADS = 8;
  private static final int SECONDS = Integer.getInteger("jdbcmirror.test.seconds", 20);
  private static final long UNLIMITED = 1_000_000;
  private static final Pattern DONE =
      Pattern.compile("done transactions=(\\d+) retries=(\\d+) errors=(\\d+)");

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
    long transactions = done(app);

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
    done(app);

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
    awaitRates(app, 4);
    if (isPostgres()) {
      target.server().kill();
    } else {
      target.server().stop(); // H2 loses the last half second when it is killed
    }
    int killed = rates(app).size();
    awaitRates(app, killed + 4);
    target.server().start();
    int restarted = rates(app).size();
    done(app);

    Metrics metrics = app.drain();
    List<String> rates = rates(app);
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

  /** Waits for the end of the load; the application has seen no error. */
  private static long done(MirroredApp app) {
    Lines output = app.process().stdout();
    Matcher done = DONE.matcher(output.await("done "));
    assertThat(done.find()).isTrue();
    assertThat(done.group(3)).as("errors of the application:\n%s", output.text()).isEqualTo("0");
    return Long.parseLong(done.group(1));
  }

  private static void awaitRates(MirroredApp app, int count) {
    Lines output = app.process().stdout();
    for (int seen = rates(app).size(); seen < count; seen = rates(app).size()) {
      output.awaitAfter(output.count(), "rate", line -> line.startsWith("rate "));
    }
  }

  private static List<String> rates(MirroredApp app) {
    return app.process().stdout().all().stream()
        .filter(line -> line.startsWith("rate "))
        .map(line -> line.substring("rate ".length()))
        .toList();
  }

  private void assertEveryOrderOnTheTargetIsWhole(long orders) {
    assertThat(target.count("orders")).isEqualTo(orders);
    assertThat(
            target.rows(
                "select o.id from orders o left join line l on l.order_id = o.id"
                    + " group by o.id having count(l.item) = 0 or count(l.item) <> max(l.quantity)"))
        .isEmpty();
    assertThat(
            target.rows("select order_id from line where order_id not in (select id from orders)"))
        .isEmpty();
  }
}
