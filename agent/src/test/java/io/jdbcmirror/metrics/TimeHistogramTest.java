package io.jdbcmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeHistogramTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 99, 255, 256, 1_000, 123_456, 3_599_999_999L})
  void aTimeLiesInABucketOfOnePercent(long micros) {
    TimeHistogram histogram = new TimeHistogram();
    histogram.add(TimeUnit.MICROSECONDS.toNanos(micros));
    TimeBuckets buckets = histogram.buckets();
    assertThat(buckets.size()).isEqualTo(1);
    assertThat(buckets.count()).isEqualTo(1);
    assertThat(micros).isBetween(buckets.fromMicros(0), buckets.untilMicros(0) - 1);
    assertThat(buckets.untilMicros(0) - buckets.fromMicros(0))
        .isLessThanOrEqualTo(Math.max(1, micros / 100));
  }

  @Test
  void whatIsOutOfRangeIsAtItsEnd() {
    TimeHistogram histogram = new TimeHistogram();
    histogram.add(-5_000);
    histogram.add(Long.MAX_VALUE);
    TimeBuckets buckets = histogram.buckets();
    assertThat(buckets.fromMicros(0)).isZero();
    assertThat(TimeHistogram.MAX_MICROS)
        .isBetween(buckets.fromMicros(1), buckets.untilMicros(1) - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 24, 25, 10_000})
  void mergedIsAsCountedAtOnce(int times) {
    TimeHistogram one = new TimeHistogram();
    TimeHistogram two = new TimeHistogram();
    TimeHistogram both = new TimeHistogram();
    Random random = new Random(4711);
    for (int i = 0; i < times; i++) {
      long nanos = (long) Math.pow(1e12, random.nextDouble());
      (i % 3 == 0 ? one : two).add(nanos);
      both.add(nanos);
    }
    one.addAll(two);
    assertThat(text(one.buckets())).isEqualTo(text(both.buckets()));
    assertThat(one.buckets().count()).isEqualTo(times);
  }

  private static String text(TimeBuckets buckets) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < buckets.size(); i++) {
      text.append(buckets.fromMicros(i)).append("..").append(buckets.untilMicros(i));
      text.append(": ").append(buckets.count(i)).append('\n');
    }
    return text.toString();
  }

  @Test
  void quantilesAreThoseOfTheTimes() {
    TimeHistogram histogram = new TimeHistogram();
    long[] micros = new Random(4711).longs(5_000, 100, 1_000_000).toArray();
    Arrays.stream(micros).map(TimeUnit.MICROSECONDS::toNanos).forEach(histogram::add);
    Arrays.sort(micros);
    TimeTotals totals = new TimeTotals(histogram.buckets());
    assertNear(totals.median().estimateMicros(), micros[2_499]);
    assertNear(totals.p95().estimateMicros(), micros[4_749]);
    assertNear(totals.p99().estimateMicros(), micros[4_949]);
    assertNear(totals.maxMicros(), micros[4_999]);
    assertThat(totals.p95().lowMicros()).isLessThan(micros[4_749]).isGreaterThan(micros[4_600]);
    assertThat(totals.p95().highMicros()).isGreaterThan(micros[4_749]).isLessThan(micros[4_900]);
  }

  private static void assertNear(long actual, long expected) {
    assertThat(actual).isBetween(expected * 99 / 100, expected * 101 / 100);
  }

  @Test
  void ofNothingNothingIsKnown() {
    TimeTotals totals = new TimeTotals(new TimeHistogram().buckets());
    assertThat(totals.count()).isZero();
    assertThat(totals.maxMicros()).isZero();
    assertThat(totals.median().lowMicros()).isZero();
    assertThat(totals.median().highMicros()).isEqualTo(Quantile.UNKNOWN);
  }
}
