package io.jdbcmirror.metrics;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.PackedHistogram;
import org.jspecify.annotations.Nullable;

/**
 * Times of one digest on one side, in microseconds up to an hour, with two significant digits: a
 * bucket is 1 µs wide below 256 µs, and at most 1 % of its time above. Not thread-safe.
 *
 * <p>The first 16 times are kept as they are, so that a program whose statements are never the same
 * costs little. Then they are packed, as most digests see few different times: 1 to 4 KB after a
 * million requests of a common spread, never over 31 KB; plain arrays are 2.5 to 27 KB.
 */
final class TimeHistogram {
  static final long MAX_MICROS = TimeUnit.HOURS.toMicros(1);
  private static final int SIGNIFICANT_DIGITS = 2;
  private static final int FEW = 16;
  private static final long[] NONE = {};

  private long[] few = new long[FEW];
  private int fewCount;
  private @Nullable PackedHistogram many;

  /** Loads the library, so that a jar without it is found out before anything is mirrored. */
  static void open() {
    new TimeHistogram().packed().recordValue(0);
  }

  void add(long nanos) {
    long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
    addMicros(Math.max(0, Math.min(micros, MAX_MICROS)));
  }

  private void addMicros(long micros) {
    if (many == null && fewCount < few.length) {
      few[fewCount++] = micros;
    } else {
      packed().recordValue(micros);
    }
  }

  private PackedHistogram packed() {
    PackedHistogram packed = many;
    if (packed == null) {
      packed = withFew(new PackedHistogram(SIGNIFICANT_DIGITS));
      many = packed;
      few = NONE;
      fewCount = 0;
    }
    return packed;
  }

  private <H extends Histogram> H withFew(H histogram) {
    for (int i = 0; i < fewCount; i++) {
      histogram.recordValue(few[i]);
    }
    return histogram;
  }

  /** Each bucket's count goes where its times would have gone: nothing moves. */
  void addAll(TimeHistogram other) {
    for (int i = 0; i < other.fewCount; i++) {
      addMicros(other.few[i]);
    }
    if (other.many != null) {
      // Several times as fast as the library's own way for packed ones.
      for (HistogramIterationValue bucket : other.many.recordedValues()) {
        packed()
            .recordValueWithCount(bucket.getValueIteratedTo(), bucket.getCountAtValueIteratedTo());
      }
    }
  }

  TimeBuckets buckets() {
    Histogram all = many == null ? withFew(new Histogram(SIGNIFICANT_DIGITS)) : many;
    TimeBuckets.Builder buckets = new TimeBuckets.Builder();
    for (HistogramIterationValue bucket : all.recordedValues()) {
      long value = bucket.getValueIteratedTo();
      buckets.add(
          all.lowestEquivalentValue(value),
          all.nextNonEquivalentValue(value),
          bucket.getCountAtValueIteratedTo());
    }
    return buckets.build();
  }
}
