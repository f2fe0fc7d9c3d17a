package io.jdbcmirror.mirror;

import io.jdbcmirror.comparison.Comparisons;
import io.jdbcmirror.comparison.TargetFailure;
import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.target.TargetAnswer;
import io.jdbcmirror.target.TargetSession;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.Transaction;
import java.util.ArrayList;
import java.util.List;

/**
 * Transactions of one session that commit by themselves, stand next to each other in the queue and
 * make a {@link Run}: one batch in one transaction of the target's, committed whole or not at all.
 */
final class Burst {
  private final List<Transaction> transactions = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final Transaction first;
  private final TargetSession session;
  private final Run run;
  private boolean committing;

  /**
   * @param first one that {@link #mayBegin}
   */
  Burst(Transaction first, TargetSession session, int maxRequests) {
    this.first = first;
    this.session = session;
    this.run = new Run(maxRequests);
    add(first);
  }

  static boolean mayBegin(Transaction transaction) {
    return transaction.isAutoCommit()
        && transaction.requests().size() == 1
        && transaction.state() == Transaction.State.RELEASED
        && Run.mayBegin(transaction.requests().get(0));
  }

  boolean accepts(Transaction next) {
    return mayBegin(next)
        && next.session() == first.session()
        && lastChange(next) == lastChange(first)
        && run.accepts(next.requests().get(0));
  }

  void add(Transaction next) {
    transactions.add(next);
    run.add(next.requests().get(0));
  }

  private static long lastChange(Transaction transaction) {
    List<SessionChange> changes = transaction.preamble();
    return changes.isEmpty() ? 0 : changes.get(changes.size() - 1).number();
  }

  List<Transaction> transactions() {
    return transactions;
  }

  TargetSession session() {
    return session;
  }

  void execute(Comparisons comparisons) throws Exception {
    List<TargetAnswer> answers = new ArrayList<>(transactions.size());
    for (Transaction transaction : transactions) {
      Attempt attempt = new Attempt(transaction, session, comparisons);
      attempts.add(attempt);
      answers.add(attempt.answer(0));
    }
    session.beginTogether(first);
    session.executeTogether(run.requests(), answers);
    committing = true;
    session.commit(first);
  }

  boolean isCommitting() {
    return committing;
  }

  void recordMirrored(DatabaseRecorder recorder) {
    for (Attempt attempt : attempts) {
      attempt.recordMirrored(recorder);
    }
  }

  /** Its commit may stand, or not. */
  void recordFailed(TargetFailure failure) {
    for (Attempt attempt : attempts) {
      attempt.recordFailed(failure);
    }
  }
}
