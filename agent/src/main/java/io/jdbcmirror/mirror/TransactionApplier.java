package io.jdbcmirror.mirror;

import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.target.ErrorClassifier;
import io.jdbcmirror.target.StatementEffect;
import io.jdbcmirror.target.TargetAnswer;
import io.jdbcmirror.target.TargetSession;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
  private final ErrorClassifier classifier;
  private final String targetUrl;
  private @Nullable Transaction broken;
  private int breaks;

  TransactionApplier(TargetGate gate, Ledger ledger, String targetUrl) {
    this.gate = gate;
    this.ledger = ledger;
    this.classifier = ErrorClassifier.of(targetUrl);
    this.targetUrl = targetUrl;
  }

  /**
   * Blocks while the target works on it, but not while the target is away.
   *
   * @return what became of it; null if it is to be applied again later
   */
  @Nullable Outcome apply(Transaction transaction) {
    long now = System.nanoTime();
    if (gate.isRefused(now)) {
      return Outcome.REFUSED;
    }
    TargetSession session = gate.session(transaction, now);
    return session == null ? without(transaction) : attempt(transaction, session);
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

  private @Nullable Outcome attempt(Transaction transaction, TargetSession session) {
    Attempt attempt = new Attempt(transaction, session);
    try {
      attempt.run(targetUrl);
    } catch (Throwable e) {
      return failed(attempt, transaction, session, e);
    }
    gate.worked();
    attempt.record(ledger.of(transaction));
    return Outcome.MIRRORED;
  }

  private @Nullable Outcome failed(
      Attempt attempt, Transaction transaction, TargetSession session, Throwable error) {
    ErrorType type = classifier.classify(error);
    String what = Failures.describe(type, error);
    ledger.of(transaction).error(type);
    if (ErrorClassifier.isTooLarge(error)) {
      gate.discard(transaction);
      return fail(type, error, what);
    }
    if (ErrorClassifier.isOfClassLoading(error) && session.isOrphaned()) {
      gate.discard(transaction);
      return attempt.mayStand() || isPoison(transaction) ? fail(type, error, what) : null;
    }
    if (type != ErrorType.CONNECTION && type != ErrorType.IO && !session.isClosed()) {
      if (!session.rollback() || attempt.commitIsUnclear(type)) {
        gate.discard(transaction);
      }
      return fail(type, error, what);
    }
    gate.lost(transaction, what);
    return attempt.mayStand() || isPoison(transaction) ? fail(type, error, what) : null;
  }

  private static Outcome fail(ErrorType type, Throwable error, String what) {
    AgentLog.warnOnce(
        "failed:" + type + ErrorClassifier.sqlState(error),
        "a transaction failed on the target and is counted as failed: " + what);
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

  /** One run of a transaction, and how far it came. */
  private static final class Attempt {
    private final Transaction transaction;
    private final TargetSession session;
    private final long[] targetNanos;
    private final List<KeyResult> keys = new ArrayList<>(0);
    private boolean mayStand;
    private boolean committing;

    Attempt(Transaction transaction, TargetSession session) {
      this.transaction = transaction;
      this.session = session;
      this.targetNanos = new long[transaction.requests().size()];
    }

    void run(String targetUrl) throws Exception {
      session.begin(transaction);
      for (int i = 0; i < targetNanos.length; i++) {
        Request request = transaction.requests().get(i);
        if (!request.isTransactionControl()) {
          mayStand |= StatementEffect.mayStand(request, session.isAutoCommit(), targetUrl);
          TargetAnswer answer = new TargetAnswer(request, Collections.emptyList());
          session.execute(request, answer);
          targetNanos[i] = answer.nanos();
          KeyResult result = session.keys();
          if (result != null) {
            keys.add(result);
          }
        }
      }
      committing = true;
      session.commit(transaction);
    }

    /** Whether something may be on the target although we have no word of a commit. */
    boolean mayStand() {
      return mayStand || committing;
    }

    boolean commitIsUnclear(ErrorType type) {
      return committing && type == ErrorType.TIMEOUT;
    }

    void record(DatabaseRecorder recorder) {
      keys.forEach(recorder::generatedKeys);
      for (int i = 0; i < targetNanos.length; i++) {
        Request request = transaction.requests().get(i);
        if (!request.isTransactionControl()) {
          recorder.latency(request.sourceNanos(), targetNanos[i]);
        }
      }
    }
  }
}
