package io.jdbcmirror.config;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An exposure that grows evenly from one fraction to another within a time. Immutable. */
public final class Ramp {
  static final String ALLOWED = "1s to 10080m, such as 0.01..1.0/30m";

  private static final Quantity TIME = Quantity.duration("1s", "10080m");
  private static final String TO = "..";

  private final double start;
  private final double end;
  private final long durationMillis;

  private Ramp(double start, double end, long durationMillis) {
    this.start = start;
    this.end = end;
    this.durationMillis = durationMillis;
  }

  /**
   * Reads {@code 0.01..1.0/30m}. A ramp that falls is none: what it is for, looking whether the
   * target stands more, has no meaning then.
   *
   * @return null if the text is not allowed
   */
  public static @Nullable Ramp parse(String text) {
    int to = text.indexOf(TO);
    int within = text.indexOf('/');
    if (to < 0 || within < to + TO.length()) {
      return null;
    }
    Double start = Fraction.parse(text.substring(0, to));
    Double end = Fraction.parse(text.substring(to + TO.length(), within));
    Object millis = TIME.read(text.substring(within + 1));
    return start == null || end == null || millis == null || start >= end
        ? null
        : new Ramp(start, end, (Long) millis);
  }

  /** 0.0 to less than 1.0. */
  public double start() {
    return start;
  }

  /** More than {@link #start}, up to 1.0. */
  public double end() {
    return end;
  }

  /** 1 second to a week. */
  public long durationNanos() {
    return TimeUnit.MILLISECONDS.toNanos(durationMillis);
  }

  /** What it has come to when it has grown for so long. */
  public double at(long nanos) {
    long duration = durationNanos();
    return nanos >= duration ? end : start + (end - start) * nanos / duration;
  }
}
