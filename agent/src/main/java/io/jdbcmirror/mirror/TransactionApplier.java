package io.jdbcmirror.mirror;

import io.jdbcmirror.comparison.Comparisons;
import io.jdbcmirror.comparison.TargetFailure;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.target.ErrorClassifier;
import io.jdbcmirror.target.TargetSession;
import io.jdbcmirror.traffic.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Applies one transaction after the other to the target, each whole or not at all, and decides
 * after an error what is safe:
 *
 * <ul>
 *   <li>The connection broke before the commit: the transaction is applied again from its start, at
 *       most {@value #MAX_BREAKS} times.
 *   <li>The connection broke in the commit, or in a statement that may stand by itself: failed. It
 *       may have been applied; twice would be worse than once or never.
 *   <li>The driver has gone with its application: as a broken connection.
 *   <li>More was answered than is read: failed, and the connection closed.
 *   <li>Any other error: rolled back and failed.
 * </ul>
 *
 * <p>Belongs to one mirror thread.
 */
final class TransactionApplier {
  static final int MAX_BREAKS = 5;

  private final TargetGate gate;
  private final Ledger ledger;
  private final Comparisons comparisons;
  private final ErrorClassifier classifier;
  private final String targetUrl;
  private @Nullable Transaction broken;
  private int breaks;

  TransactionApplier(TargetGate gate, Ledger ledger, Comparisons comparisons, String targetUrl) {
    this.gate = gate;
    this.ledger = ledger;
    this.comparisons = comparisons;
    this.classifier = ErrorClassifier.of(targetUrl);
    this.targetUrl = targetUrl;
  }

  /**
   * Blocks while the target works on it, but not while the target is away.
   *
   * @param together whether runs of the same statement may be sent in batches
   * @return what became of it; null if it is to be applied again later
   */
  @Nullable Outcome apply(Transaction transaction, boolean together) {
    long now = System.nanoTime();
    if (gate.isRefused(now)) {
      return Outcome.REFUSED;
    }
    TargetSession session = gate.session(transaction, now);
    return session == null
        ? without(transaction)
        : attempt(transaction, session, together && transaction != broken);
  }

  private @Nullable Outcome without(Transaction transaction) {
    long now = System.nanoTime();
    if (gate.isRefused(now)) {
      return Outcome.REFUSED;
    }
    if (!gate.isGivenUp(transaction, now)) {
      return null;
    }
    AgentLog.warnOnce(
        "driver-gone",
        "what an application that has ended left in the queue is dropped: no other came with its"
            + " driver; target.driver-jar would be the agent's own");
    return Outcome.SHUTDOWN;
  }

  private @Nullable Outcome attempt(
      Transaction transaction, TargetSession session, boolean together) {
    Attempt attempt = Attempt.of(transaction, session, comparisons);
    try {
      attempt.run(targetUrl, together);
    } catch (Throwable e) {
      boolean undone = attempt.isInBatch(targetUrl) && isUndone(session, e);
      return undone ? attempt(transaction, session, false) : failed(attempt, e);
    }
    gate.worked();
    attempt.recordMirrored(ledger.of(transaction));
    return Outcome.MIRRORED;
  }

  /** A batch that fails decides nothing: its requests do, one by one. */
  private boolean isUndone(TargetSession session, Throwable error) {
    return !isLost(classifier.classify(error), session)
        && !ErrorClassifier.isTooLarge(error)
        && session.rollback();
  }

  static boolean isLost(ErrorType type, TargetSession session) {
    return type == ErrorType.CONNECTION || type == ErrorType.IO || session.isClosed();
  }

  private @Nullable Outcome failed(Attempt attempt, Throwable error) {
    Transaction transaction = attempt.transaction();
    TargetSession session = attempt.session();
    ErrorType type = classifier.classify(error);
    if (!transaction.isTrial()) {
      ledger.of(transaction).error(type);
    }
    if (ErrorClassifier.isTooLarge(error)) {
      gate.discard(transaction);
      return refuted(attempt, type, error);
    }
    if (ErrorClassifier.isOfClassLoading(error) && session.isOrphaned()) {
      gate.discard(transaction);
      return cutOff(attempt, type, error);
    }
    if (!isLost(type, session)) {
      if (!session.rollback() || attempt.commitIsUnclear(type)) {
        gate.discard(transaction);
      }
      return refuted(attempt, type, error);
    }
    gate.lost(transaction, Failures.describe(type, error));
    return cutOff(attempt, type, error);
  }

  /** The target will not have it. */
  private static Outcome refuted(Attempt attempt, ErrorType type, Throwable error) {
    String state = ErrorClassifier.sqlState(error);
    boolean tooLarge = ErrorClassifier.isTooLarge(error);
    return fail(
        attempt, TargetFailure.of(type, state, attempt.isCommitting(), tooLarge), type, error);
  }

  /** Nothing was said against it: it is tried once more, if that can do no harm. */
  private @Nullable Outcome cutOff(Attempt attempt, ErrorType type, Throwable error) {
    if (attempt.mayStand(targetUrl) || isPoison(attempt.transaction())) {
      TargetFailure failure = TargetFailure.away(type, ErrorClassifier.sqlState(error));
      return fail(attempt, failure, type, error);
    }
    return null;
  }

  private static Outcome fail(
      Attempt attempt, TargetFailure failure, ErrorType type, Throwable error) {
    attempt.recordFailed(failure);
    if (attempt.transaction().isTrial()) {
      return Outcome.FAILED;
    }
    AgentLog.warnOnce(
        "failed:" + type + ErrorClassifier.sqlState(error),
        "a transaction failed on the target and is counted as failed: "
            + Failures.describe(type, error));
    return Outcome.FAILED;
  }

  private boolean isPoison(Transaction transaction) {
    breaks = broken == transaction ? breaks + 1 : 1;
    broken = transaction;
    if (breaks < MAX_BREAKS) {
      return false;
    }
    broken = null;
    return true;
  }
}
