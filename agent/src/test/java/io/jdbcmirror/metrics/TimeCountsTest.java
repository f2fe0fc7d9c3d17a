package io.jdbcmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCountsTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 8, 15, 16, 17, 31, 32, 255, 256, 1_000, 123_456, 3_599_999_999L})
  void aTimeLiesInABucketOfAnEighth(long micros) {
    TimeBuckets buckets = of(micros, micros);
    assertThat(buckets.size()).isOne();
    assertThat(buckets.count()).isEqualTo(2);
    assertThat(micros).isBetween(buckets.fromMicros(0), buckets.untilMicros(0) - 1);
    assertThat(buckets.untilMicros(0) - buckets.fromMicros(0))
        .isLessThanOrEqualTo(Math.max(1, micros / 8));
  }

  @Test
  void whereABucketEndsTheNextBegins() {
    for (long next = 0; next < TimeHistogram.MAX_MICROS; ) {
      TimeBuckets buckets = of(next);
      assertThat(buckets.fromMicros(0)).isEqualTo(next);
      next = buckets.untilMicros(0);
    }
  }

  @Test
  void whatIsOutOfRangeIsAtItsEnd() {
    TimeCounts counts = new TimeCounts();
    counts.add(-5_000);
    counts.add(Long.MAX_VALUE);
    TimeBuckets buckets = counts.buckets();
    assertThat(buckets.fromMicros(0)).isZero();
    assertThat(TimeHistogram.MAX_MICROS)
        .isBetween(buckets.fromMicros(1), buckets.untilMicros(1) - 1);
  }

  private static TimeBuckets of(long... micros) {
    TimeCounts counts = new TimeCounts();
    for (long each : micros) {
      counts.add(TimeUnit.MICROSECONDS.toNanos(each));
    }
    return counts.buckets();
  }
}
