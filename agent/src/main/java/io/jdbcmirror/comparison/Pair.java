package io.jdbcmirror.comparison;

import io.jdbcmirror.comparison.Statements.Known;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.target.TargetAnswer;
import io.jdbcmirror.target.TargetRows;
import io.jdbcmirror.traffic.Missed;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.SourceRows;
import io.jdbcmirror.traffic.StatementOption;
import io.jdbcmirror.traffic.Transaction;
import org.jspecify.annotations.Nullable;

/** A request and what the target has answered to it. Belongs to one mirror thread. */
public final class Pair {
  private final Transaction transaction;
  private final Request request;
  private final Known statement;
  private final TargetAnswer answer;
  private final @Nullable Missed missedBefore;
  private @Nullable KeyResult keys;

  Pair(Transaction transaction, Request request, Known statement) {
    this.transaction = transaction;
    this.request = request;
    this.statement = statement;
    this.answer = new TargetAnswer(request, statement.steps());
    this.missedBefore = transaction.session().missed();
  }

  public Request request() {
    return request;
  }

  /** Where the target's answer is taken down. */
  public TargetAnswer answer() {
    return answer;
  }

  /** What became of the keys that it has generated; null if it asked for none. */
  public @Nullable KeyResult keys() {
    return keys;
  }

  public void keys(@Nullable KeyResult result) {
    keys = result;
  }

  Transaction transaction() {
    return transaction;
  }

  Known statement() {
    return statement;
  }

  /** Whether the application does not look at the source's answer any more. */
  boolean isComplete() {
    SourceResult result = request.result();
    return result == null || result.isComplete();
  }

  /**
   * Learns how its rows were read.
   *
   * @param ifIncomplete why it is not compared if the application is still reading
   */
  Judgement judge(NotCompared ifIncomplete) {
    SourceResult result = request.result();
    if (result == null || !result.isComplete()) {
      return Judgement.notCompared(ifIncomplete);
    }
    statement.steps(result.steps());
    if (isCutOnOneSide(result.rows(), answer.rows())) {
      return Judgement.notCompared(NotCompared.UNSUPPORTED);
    }
    return Answers.compare(result, answer, statement.digest().isOrdered());
  }

  /** One driver keeps {@code setMaxRows}, the other does not: pgjdbc in its simple query mode. */
  private boolean isCutOnOneSide(@Nullable SourceRows source, @Nullable TargetRows target) {
    Object limit = request.options().get(StatementOption.MAX_ROWS);
    return limit != null
        && source != null
        && target != null
        && Math.min(source.count(), target.count()) == (long) limit
        && source.count() != target.count();
  }

  /** {@code Class.method(File:line)} of the application; null where nobody has looked. */
  @Nullable String callSite() {
    StackTraceElement frame = request.callSite();
    if (frame == null) {
      return null;
    }
    String file = frame.getFileName() == null ? "unknown" : frame.getFileName();
    String place = frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber();
    return frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
  }

  /** What it holds of the heap: its whole transaction, and 16 for each row of the target's. */
  long bytes() {
    long rows = answer.rows() == null ? 0 : answer.rows().count();
    return transaction.bytes() + 16 * rows;
  }

  /** What the statement explains by itself; {@link Attribution#UNEXPLAINED} if it does not. */
  Attribution explainedAlone() {
    return statement.digest().nondeterminism() == null
        ? Attribution.UNEXPLAINED
        : Attribution.NOT_DETERMINISTIC;
  }

  /** What is known without the tables to explain a difference; null for nothing. */
  @Nullable Attribution explanation() {
    if (statement.digest().nondeterminism() != null) {
      return Attribution.NOT_DETERMINISTIC;
    }
    return missedBefore == null ? null : attribution(missedBefore);
  }

  static Attribution attribution(Missed missed) {
    switch (missed) {
      case UNSAMPLED:
        return Attribution.UNSAMPLED_BEFORE;
      case DROPPED:
        return Attribution.DROPPED_BEFORE;
      default:
        return Attribution.NOT_CAPTURED_BEFORE;
    }
  }
}
