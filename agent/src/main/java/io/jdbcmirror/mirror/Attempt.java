package io.jdbcmirror.mirror;

import io.jdbcmirror.comparison.Comparisons;
import io.jdbcmirror.comparison.Pair;
import io.jdbcmirror.comparison.TargetFailure;
import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.target.StatementEffect;
import io.jdbcmirror.target.TargetAnswer;
import io.jdbcmirror.target.TargetSession;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Transaction;
import java.util.ArrayList;
import java.util.List;

/** One run of a transaction on the target, and how far it came. */
class Attempt {
  private static final int NONE = -1;

  private final Transaction transaction;
  private final TargetSession session;
  private final Comparisons comparisons;
  private final List<Pair> pairs;
  private boolean committing;
  private boolean leavesTraces;
  private boolean inBatch;
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

  TargetAnswer answer(int index) {
    return pairs.get(index).answer();
  }

  /**
   * @param together whether runs of the same statement are sent in batches
   */
  void run(String targetUrl, boolean together) throws Exception {
    boolean batches = together && mayBatch();
    session.begin(transaction);
    int next = 0;
    while (next < pairs.size()) {
      current = next;
      int sent = batches && !leavesTraces ? executeTogether(next) : 0;
      if (sent == 0) {
        execute(next, batches);
        sent = 1;
      }
      next += sent;
    }
    current = NONE;
    committing = true;
    session.commit(transaction);
  }

  /**
   * Whether it has a run of one statement. Then the target is asked of all its statements, once for
   * each text, before it begins: no question stands within what is mirrored.
   */
  private boolean mayBatch() {
    boolean hasRun = false;
    for (int i = 1; i < pairs.size() && !hasRun; i++) {
      Run run = new Run(2);
      hasRun = run.add(pairs.get(i - 1).request()) && run.add(pairs.get(i).request());
    }
    if (hasRun) {
      pairs.forEach(pair -> session.asksForBatch(pair.request()));
    }
    return hasRun;
  }

  private void execute(int index, boolean together) throws Exception {
    Pair pair = pairs.get(index);
    Request request = pair.request();
    if (!request.isTransactionControl()) {
      leavesTraces |= together && !session.leavesNoTrace(request);
      session.execute(request, pair.answer());
      pair.keys(session.keys());
    }
  }

  /**
   * Only while all can be taken back: if the batch fails, the transaction is applied again.
   *
   * @return how many requests were sent; 0 if the one at the index is not the first of several
   */
  private int executeTogether(int index) throws Exception {
    Run run = new Run(Run.MAX_REQUESTS);
    List<TargetAnswer> answers = new ArrayList<>();
    for (int i = index; i < pairs.size() && run.add(pairs.get(i).request()); i++) {
      answers.add(answer(i));
    }
    if (answers.size() < 2 || !session.takesBatch(run.requests().get(0))) {
      return 0;
    }
    inBatch = true;
    session.executeTogether(run.requests(), answers);
    inBatch = false;
    return answers.size();
  }

  /** Whether it was a batch that has failed, of which nothing stands. */
  boolean isInBatch(String targetUrl) {
    return inBatch && !mayStand(targetUrl);
  }

  /**
   * Whether something may be on the target although we have no word of a commit. Texts are looked
   * at only where it matters: after a failure.
   */
  boolean mayStand(String targetUrl) {
    boolean stands = committing;
    for (int i = 0; i <= current && !stands; i++) {
      Request request = pairs.get(i).request();
      stands =
          !request.isTransactionControl()
              && StatementEffect.mayStand(request, session.isAutoCommit(), targetUrl);
    }
    return stands;
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
      if (pair.answer().isTogether()) {
        recorder.batched();
      } else if (!pair.request().isTransactionControl()) {
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
