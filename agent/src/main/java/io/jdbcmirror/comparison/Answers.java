package io.jdbcmirror.comparison;

import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.target.TargetAnswer;
import io.jdbcmirror.target.TargetRows;
import io.jdbcmirror.traffic.RowSums;
import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.SourceRows;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compares what both sides have answered to a request that both have executed, as far as the
 * application has looked at the source's answer: who has not looked at all is content with both.
 */
final class Answers {
  private Answers() {}

  /**
   * @param source complete
   * @param ordered whether the statement orders its rows
   */
  static Judgement compare(SourceResult source, TargetAnswer target, boolean ordered) {
    SourceRows rows = source.rows();
    switch (source.kind()) {
      case UPDATE_COUNT:
        long changed = Arrays.stream(target.counts()).sum();
        return target.isCounted() && changed == source.counts()[0]
            ? Judgement.MATCH
            : Judgement.UPDATE_COUNT;
      case BATCH_COUNTS:
        return areSameCounts(source.counts(), target.counts())
            ? Judgement.MATCH
            : Judgement.UPDATE_COUNT;
      case ROWS:
        return rows == null ? Judgement.MATCH : compare(rows, target.rows(), ordered);
      case LOST:
        return Judgement.notCompared(NotCompared.UNSUPPORTED);
      default:
        return Judgement.MATCH;
    }
  }

  /** A driver may not know how many rows an entry has changed. */
  private static boolean areSameCounts(long[] source, long[] target) {
    boolean same = source.length == target.length;
    for (int i = 0; same && i < source.length; i++) {
      boolean known =
          source[i] != Statement.SUCCESS_NO_INFO && target[i] != Statement.SUCCESS_NO_INFO;
      same = !known || source[i] == target[i];
    }
    return same;
  }

  private static Judgement compare(
      SourceRows source, @Nullable TargetRows target, boolean ordered) {
    if (source.isScrolled()) {
      return Judgement.notCompared(NotCompared.READ_OTHERWISE);
    }
    if (target == null) {
      return Judgement.ROW_COUNT;
    }
    if (source.isEnded() && source.count() < target.count()) {
      return Judgement.ROW_COUNT;
    }
    if (source.count() > target.count()) {
      return target.isEnded() ? Judgement.ROW_COUNT : Judgement.notCompared(NotCompared.TOO_LARGE);
    }
    if (source.isEnded() && !target.isEnded()) {
      return Judgement.notCompared(NotCompared.TOO_LARGE);
    }
    return source.isOfValues() ? compareValues(source, target, ordered) : Judgement.MATCH;
  }

  private static Judgement compareValues(SourceRows source, TargetRows target, boolean ordered) {
    if (source.steps().isEmpty() && source.isRegular()) {
      return Judgement.MATCH; // rows were counted, their values not looked at
    }
    if (!source.isRegular() || !source.steps().equals(target.steps())) {
      return Judgement.notCompared(NotCompared.READ_OTHERWISE);
    }
    if (target.failure() != null) {
      return Judgement.RESULT;
    }
    Judgement exact = compareExact(source, target, ordered);
    if (!exact.verdict().isDifference() || target.zerosMatter()) {
      return exact;
    }
    Judgement loose = compare(source.loose(), target.loose(), ordered);
    return loose == Judgement.MATCH ? loose : exact;
  }

  private static Judgement compareExact(SourceRows source, TargetRows target, boolean ordered) {
    Judgement exact = compare(source.exact(), target.exact(), ordered);
    boolean differs = exact.verdict().isDifference();
    return differs && target.isServersOwn()
        ? Judgement.notCompared(NotCompared.UNSUPPORTED)
        : exact;
  }

  private static Judgement compare(RowSums source, RowSums target, boolean ordered) {
    if (source.rows() == target.rows()) {
      if (target.isSame(source, ordered)) {
        return Judgement.MATCH;
      }
      return target.isSame(source, false) ? Judgement.ORDER : Judgement.RESULT;
    }
    if (!source.knows(source.rows()) || !target.knows(source.rows())) {
      return Judgement.notCompared(NotCompared.PARTLY_READ);
    }
    if (target.startsWith(source, ordered)) {
      return Judgement.MATCH;
    }
    return target.startsWith(source, false) ? Judgement.ORDER : Judgement.RESULT;
  }
}
