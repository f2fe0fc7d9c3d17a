package io.jdbcmirror.comparison;

import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.Verdict;
import org.jspecify.annotations.Nullable;

/** What two answers are to each other, before anybody asks what explains it. Immutable. */
final class Judgement {
  static final Judgement MATCH = new Judgement(Verdict.MATCH, null, false);
  static final Judgement ROW_COUNT = new Judgement(Verdict.ROW_COUNT, null, false);
  static final Judgement UPDATE_COUNT = new Judgement(Verdict.UPDATE_COUNT, null, false);
  static final Judgement RESULT = new Judgement(Verdict.RESULT, null, false);
  static final Judgement ERROR_MISSING = new Judgement(Verdict.ERROR_MISSING, null, false);
  static final Judgement ERROR_DIFFERENT = new Judgement(Verdict.ERROR_DIFFERENT, null, false);
  static final Judgement ORDER = new Judgement(Verdict.RESULT, null, true);

  private final Verdict verdict;
  private final @Nullable NotCompared reason;
  private final boolean orderOnly;

  private Judgement(Verdict verdict, @Nullable NotCompared reason, boolean orderOnly) {
    this.verdict = verdict;
    this.reason = reason;
    this.orderOnly = orderOnly;
  }

  static Judgement notCompared(NotCompared reason) {
    return new Judgement(Verdict.NOT_COMPARED, reason, false);
  }

  Verdict verdict() {
    return verdict;
  }

  /** Null where the answers were compared. */
  @Nullable NotCompared reason() {
    return reason;
  }

  /** Whether the rows are the same, in another order than the source's. */
  boolean isOrderOnly() {
    return orderOnly;
  }
}
