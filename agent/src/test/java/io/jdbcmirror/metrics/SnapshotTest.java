package io.jdbcmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SnapshotTest {
  private final PrometheusRecorder recorder = new PrometheusRecorder("1.2.3");
  private final DatabaseRecorder shop = recorder.database("shop");

  @Test
  void theSummaryAddsUpAllDatabasesAndNamesTheReasonsThatOccurred() {
    end(shop, Outcome.ROLLED_BACK, 20);
    end(recorder.database("audit"), Outcome.SOURCE_ERROR, 1);
    end(shop, Outcome.QUEUE_FULL, 2);
    mirror(recorder.database("audit"), 100);
    shop.opened();
    assertThat(recorder.snapshot().summary())
        .isEqualTo(
            "requests=124 mirrored=100 unsampled=0 filtered=0 failed=0"
                + " discarded{rolled_back=20 source_error=1} dropped{queue_full=2}"
                + " open=1 in_flight=0");
  }

  @Test
  void theSummaryOfNothingIsAllZeros() {
    assertThat(new PrometheusRecorder("1").snapshot().summary())
        .isEqualTo(
            "requests=0 mirrored=0 unsampled=0 filtered=0 failed=0 discarded=0 dropped=0"
                + " open=0 in_flight=0");
  }

  @Test
  void aSnapshotStaysAsItWas() {
    Snapshot before = recorder.snapshot();
    mirror(shop, 3);
    recorder.targetUp(true);
    assertThat(before.requests()).isZero();
    assertThat(before.targetUp()).isFalse();
    assertThat(recorder.snapshot().requests()).isEqualTo(3);
    assertThat(recorder.snapshot().requests(Outcome.Group.MIRRORED)).isEqualTo(3);
  }

  @Test
  void quantilesAreEstimatedWithinTheirBucket() {
    for (int i = 1; i <= 100; i++) {
      shop.latency(i * 1_000_000L, 60_000_000_000L);
    }
    DatabaseTotals totals = recorder.snapshot().databases().get(0);
    assertThat(totals.source().quantileSeconds(0.5)).isCloseTo(0.050, within(0.001));
    assertThat(totals.source().quantileSeconds(0.95)).isCloseTo(0.095, within(0.001));
    assertThat(totals.source().sumSeconds()).isCloseTo(5.05, within(1e-9));
    assertThat(totals.target().quantileSeconds(0.99)).isEqualTo(30);
    assertThat(totals.target().count()).isEqualTo(100);
  }

  @Test
  void aQuantileOfNothingIsNoNumber() {
    assertThat(recorder.snapshot().databases().get(0).queueWait().quantileSeconds(0.5)).isNaN();
    shop.queueWait(1);
    assertThat(recorder.snapshot().databases().get(0).queueWait().quantileSeconds(0)).isZero();
  }

  private static void end(DatabaseRecorder database, Outcome outcome, int requests) {
    for (int i = 0; i < requests; i++) {
      database.opened();
    }
    database.ended(outcome, requests);
  }

  private static void mirror(DatabaseRecorder database, int requests) {
    for (int i = 0; i < requests; i++) {
      database.opened();
    }
    database.placed(requests);
    database.finished(Outcome.MIRRORED, requests);
  }
}
