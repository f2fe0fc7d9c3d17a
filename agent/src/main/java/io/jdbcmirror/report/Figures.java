package io.jdbcmirror.report;

import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.ComparisonTotals;
import io.jdbcmirror.metrics.DatabaseTotals;
import io.jdbcmirror.metrics.DigestTotals;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.SpeedRule;
import io.jdbcmirror.metrics.Verdict;
import java.util.List;

/** What the verdict is made of, over all databases of a run. Immutable. */
final class Figures {
  private final long tried;
  private final long errors;
  private final long compared;
  private final long unexplained;
  private final long dropped;
  private final double timeRatio;

  private Figures(Builder builder) {
    this.tried = builder.tried;
    this.errors = builder.errors;
    this.compared = builder.compared;
    this.unexplained = builder.unexplained;
    this.dropped = builder.dropped;
    this.timeRatio = builder.timeRatio;
  }

  static Figures of(List<DatabaseTotals> databases, List<DigestTotals> digests) {
    Builder sums = new Builder();
    databases.forEach(sums::add);
    for (DigestTotals digest : digests) {
      double ratio = SpeedRule.certainRatio(digest.source(), digest.target());
      sums.timeRatio = Math.max(sums.timeRatio, ratio);
    }
    return sums.build();
  }

  /** Requests that have a comparison. */
  long compared() {
    return compared;
  }

  /** Of the requests tried on the target, those that failed there. */
  double errorShare() {
    return share(errors, tried);
  }

  /** Requests that differ, and nothing explains it. */
  long unexplained() {
    return unexplained;
  }

  /** Of the requests that were to be mirrored, those that were dropped. */
  double droppedShare() {
    return share(dropped, tried + dropped);
  }

  /** The greatest of any digest, as {@link SpeedRule#certainRatio} has it. */
  double timeRatio() {
    return timeRatio;
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }

  /** Sums. */
  static final class Builder {
    long tried;
    long errors;
    long compared;
    long unexplained;
    long dropped;
    double timeRatio;

    private void add(DatabaseTotals database) {
      ComparisonTotals comparisons = database.comparisons();
      long failed = database.requests(Outcome.Group.FAILED);
      tried += database.requests(Outcome.Group.MIRRORED) + failed;
      // What is new as an error has failed, too, as soon as its transaction has ended.
      errors += Math.max(failed, comparisons.verdict(Verdict.ERROR_NEW));
      compared += comparisons.verdict(Verdict.MATCH) + comparisons.differences();
      unexplained += comparisons.differences(Attribution.UNEXPLAINED);
      dropped += database.requests(Outcome.Group.DROPPED);
    }

    Figures build() {
      return new Figures(this);
    }
  }
}
