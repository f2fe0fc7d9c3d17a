package io.jdbcmirror.report;

import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.DigestTotals;
import io.jdbcmirror.metrics.Quantile;
import io.jdbcmirror.metrics.Speed;
import io.jdbcmirror.metrics.SpeedRule;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The digests that the target does otherwise than the source: those called slower, by how much;
 * then those with errors, with unexplained and with other differences, by how many; then those
 * called faster. What is the same on both sides is none of them.
 */
final class MostChanged {
  private final SpeedRule rule;

  MostChanged(SpeedRule rule) {
    this.rule = rule;
  }

  List<DigestTotals> of(List<DigestTotals> digests) {
    return digests.stream()
        .filter(this::isChanged)
        .sorted(
            most(this::slowness)
                .thenComparing(most(digest -> (double) digest.errorCount()))
                .thenComparing(most(MostChanged::unexplained))
                .thenComparing(most(digest -> (double) digest.comparisons().differences()))
                .thenComparing(most(digest -> (double) digest.calls()))
                .thenComparing(digest -> digest.name().id())
                .thenComparing(DigestTotals::database))
        .collect(Collectors.toList());
  }

  private boolean isChanged(DigestTotals digest) {
    Speed speed = speed(digest);
    return speed == Speed.SLOWER
        || speed == Speed.FASTER
        || digest.errorCount() > 0
        || digest.comparisons().differences() > 0;
  }

  private Speed speed(DigestTotals digest) {
    return rule.of(digest.source(), digest.target());
  }

  private static double unexplained(DigestTotals digest) {
    return (double) digest.comparisons().differences(Attribution.UNEXPLAINED);
  }

  /** 0 unless it is called slower. */
  private double slowness(DigestTotals digest) {
    if (speed(digest) != Speed.SLOWER) {
      return 0;
    }
    return Math.max(
        ratio(digest.source().median(), digest.target().median()),
        ratio(digest.source().p95(), digest.target().p95()));
  }

  private static double ratio(Quantile source, Quantile target) {
    return (double) target.estimateMicros() / Math.max(1, source.estimateMicros());
  }

  private static Comparator<DigestTotals> most(ToDoubleFunction<DigestTotals> value) {
    return Comparator.comparingDouble(value).reversed();
  }
}
