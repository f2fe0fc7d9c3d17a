package io.jdbcmirror.http;

import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.DigestTotals;
import io.jdbcmirror.metrics.Speed;
import io.jdbcmirror.metrics.SpeedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What may stand first in a list of digests: the most of something. Equal ones by calls. */
enum DigestOrder {
  /** Those called slower, by how much; then the rest, by how much. */
  SLOWER("slower"),
  ERRORS("errors"),
  /** The unexplained ones count before all others. */
  DIFFERENCES("differences"),
  CALLS("calls");

  private static final Comparator<DigestTotals> CALLS_THEN_NAME =
      most(digest -> (double) digest.calls())
          .thenComparing(digest -> digest.name().id())
          .thenComparing(DigestTotals::database);

  private final String label;

  DigestOrder(String label) {
    this.label = label;
  }

  static @Nullable DigestOrder ofLabel(String label) {
    for (DigestOrder order : values()) {
      if (order.label.equals(label)) {
        return order;
      }
    }
    return null;
  }

  /** As they may be asked for. */
  static String labels() {
    List<String> labels = new ArrayList<>();
    for (DigestOrder order : values()) {
      labels.add(order.label);
    }
    return String.join(", ", labels);
  }

  Comparator<DigestTotals> comparator(SpeedRule rule) {
    return first(rule).thenComparing(CALLS_THEN_NAME);
  }

  private Comparator<DigestTotals> first(SpeedRule rule) {
    switch (this) {
      case SLOWER:
        return most(digest -> isSlower(digest, rule) ? 1 : 0).thenComparing(most(this::ratio));
      case ERRORS:
        return most(digest -> (double) digest.errorCount());
      case DIFFERENCES:
        return most(digest -> (double) digest.comparisons().differences(Attribution.UNEXPLAINED))
            .thenComparing(most(digest -> (double) digest.comparisons().differences()));
      default:
        return CALLS_THEN_NAME;
    }
  }

  private static boolean isSlower(DigestTotals digest, SpeedRule rule) {
    return rule.of(digest.source(), digest.target()) == Speed.SLOWER;
  }

  /** Of the 95th percentiles, in microseconds, of which one may be 0. */
  private double ratio(DigestTotals digest) {
    double source = (double) digest.source().p95().estimateMicros();
    double target = (double) digest.target().p95().estimateMicros();
    return (target + 1) / (source + 1);
  }

  private static Comparator<DigestTotals> most(ToDoubleFunction<DigestTotals> value) {
    return Comparator.comparingDouble(value).reversed();
  }
}
