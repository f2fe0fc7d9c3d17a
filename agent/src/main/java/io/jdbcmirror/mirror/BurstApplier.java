package io.jdbcmirror.mirror;

import io.jdbcmirror.comparison.Comparisons;
import io.jdbcmirror.comparison.TargetFailure;
import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.target.ErrorClassifier;
import io.jdbcmirror.target.TargetSession;
import io.jdbcmirror.traffic.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Where the mirror has fallen behind, sends what needs no answer in between together. What goes
 * wrong decides nothing, but that the transactions stay in hand, to be applied one by one: unless
 * it is unknown whether they are committed. A session that is not at hand and known to be alive is
 * left to {@link TransactionApplier}, too. Belongs to one mirror thread.
 */
final class BurstApplier {
  private static final int MIN_LIMIT = 8;

  private final LaneReader reader;
  private final TargetGate gate;
  private final Ledger ledger;
  private final Comparisons comparisons;
  private final ErrorClassifier classifier;
  private int limit = Run.MAX_REQUESTS;

  BurstApplier(
      LaneReader reader,
      TargetGate gate,
      Ledger ledger,
      Comparisons comparisons,
      ErrorClassifier classifier) {
    this.reader = reader;
    this.gate = gate;
    this.ledger = ledger;
    this.comparisons = comparisons;
    this.classifier = classifier;
  }

  /**
   * Takes those that follow along with the one in hand, if all of them may go together.
   *
   * @return null if it stands alone
   */
  @Nullable Burst gather(Transaction inHand) {
    Transaction next = Burst.mayBegin(inHand) ? reader.next() : null;
    TargetSession session = next == null ? null : gate.trusted(inHand, System.nanoTime());
    if (next == null || session == null) {
      return null;
    }
    Burst burst = new Burst(inHand, session, limit);
    if (!burst.accepts(next) || !session.asksForBatch(inHand.requests().get(0))) {
      return null;
    }
    for (Transaction more = follow(burst); more != null; more = follow(burst)) {
      burst.add(more);
    }
    return burst;
  }

  private @Nullable Transaction follow(Burst burst) {
    Transaction more = reader.follow(burst::accepts);
    if (more != null) {
      ledger.taken(more, System.nanoTime());
    }
    return more;
  }

  /**
   * @return what became of all its transactions; null if they are to be applied one by one
   */
  @Nullable Outcome apply(Burst burst) {
    try {
      burst.execute(comparisons);
    } catch (Throwable e) {
      limit = Math.max(MIN_LIMIT, limit / 4);
      return failed(burst, e);
    }
    limit = Math.min(Run.MAX_REQUESTS, 2 * limit);
    gate.worked();
    burst.recordMirrored(ledger.of(burst.transactions().get(0)));
    return Outcome.MIRRORED;
  }

  private @Nullable Outcome failed(Burst burst, Throwable error) {
    Transaction first = burst.transactions().get(0);
    TargetSession session = burst.session();
    ErrorType type = classifier.classify(error);
    boolean lost = TransactionApplier.isLost(type, session);
    if (burst.isCommitting() && (lost || type == ErrorType.TIMEOUT)) {
      return unknown(burst, first, type, lost, error);
    }
    if (lost) {
      ledger.of(first).error(type);
      gate.lost(first, Failures.describe(type, error));
    } else if (ErrorClassifier.isOfClassLoading(error) || !session.rollback()) {
      gate.discard(first);
    }
    return null;
  }

  private Outcome unknown(
      Burst burst, Transaction first, ErrorType type, boolean lost, Throwable error) {
    DatabaseRecorder recorder = ledger.of(first);
    burst.transactions().forEach(each -> recorder.error(type));
    String state = ErrorClassifier.sqlState(error);
    if (lost) {
      gate.lost(first, Failures.describe(type, error));
      burst.recordFailed(TargetFailure.away(type, state));
    } else {
      gate.discard(first);
      burst.recordFailed(TargetFailure.of(type, state, true, false));
    }
    AgentLog.warnOnce(
        "failed:" + type + state,
        "transactions whose commit on the target is not known are counted as failed: "
            + Failures.describe(type, error));
    return Outcome.FAILED;
  }
}
