package io.jdbcmirror.mirror;

import io.jdbcmirror.comparison.Comparisons;
import io.jdbcmirror.comparison.Pair;
import io.jdbcmirror.comparison.TargetFailure;
import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.target.StatementEffect;
import io.jdbcmirror.target.TargetSession;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Transaction;
import java.util.List;

/** One run of a transaction on the target, and how far it came. */
class Attempt {
  private static final int NONE = -1;

  private final Transaction transaction;
  private final TargetSession session;
  private final Comparisons comparisons;
  private final List<Pair> pairs;
  private boolean mayStand;
  private boolean committing;
  private int current = NONE;

  Attempt(Transaction transaction, TargetSession session, Comparisons comparisons) {
    this.transaction = transaction;
    this.session = session;
    this.comparisons = comparisons;
    this.pairs = comparisons.pairs(transaction);
  }

  /**
   * @param session on the target
   */
  static Attempt of(Transaction transaction, TargetSession session, Comparisons comparisons) {
    return transaction.isTrial()
        ? new Trial(transaction, session, comparisons)
        : new Attempt(transaction, session, comparisons);
  }

  final TargetSession session() {
    return session;
  }

  final List<Pair> pairs() {
    return pairs;
  }

  final Comparisons comparisons() {
    return comparisons;
  }

  final Transaction transaction() {
    return transaction;
  }

  void run(String targetUrl) throws Exception {
    session.begin(transaction);
    for (int i = 0; i < pairs.size(); i++) {
      Request request = pairs.get(i).request();
      if (!request.isTransactionControl()) {
        current = i;
        mayStand |= StatementEffect.mayStand(request, session.isAutoCommit(), targetUrl);
        session.execute(request, pairs.get(i).answer());
        pairs.get(i).keys(session.keys());
      }
    }
    current = NONE;
    committing = true;
    session.commit(transaction);
  }

  /** Whether something may be on the target although we have no word of a commit. */
  boolean mayStand() {
    return mayStand || committing;
  }

  boolean isCommitting() {
    return committing;
  }

  boolean commitIsUnclear(ErrorType type) {
    return committing && type == ErrorType.TIMEOUT;
  }

  void recordMirrored(DatabaseRecorder recorder) {
    for (Pair pair : pairs) {
      KeyResult keys = pair.keys();
      if (keys != null) {
        recorder.generatedKeys(keys);
      }
      if (!pair.request().isTransactionControl()) {
        recorder.latency(pair.request().sourceNanos(), pair.answer().nanos());
      }
    }
    safely(() -> comparisons.mirrored(transaction, pairs));
  }

  void recordFailed(TargetFailure failure) {
    safely(() -> comparisons.failed(transaction, pairs, current, failure));
  }

  /** Whatever becomes of the comparison: what was applied must not be applied again. */
  static void safely(Runnable comparison) {
    try {
      comparison.run();
    } catch (Throwable e) {
      AgentLog.warnOnce(
          "comparison:" + e.getClass().getName(),
          "a fault in the comparison, which lacks a transaction: " + AgentLog.describe(e));
    }
  }
}
