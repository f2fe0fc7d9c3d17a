package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Missed;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.SourceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transaction that is open on a session: gathers its requests, follows its savepoints, and
 * gives it to the queue or to its account when it ends; then rolls for the next one, so that a
 * setter need only look.
 *
 * <p>Not thread-safe: guarded by its session, but for {@link #isSampled} and {@link #epoch}.
 */
final class OpenTransaction {
  private final CaptureLimits limits;
  private final SessionTraffic traffic;
  private final SourceVendor vendor;
  private final Preamble preamble = new Preamble();
  private TransactionDraft draft;

  // Read without the lock at every setter. Where threads share a connection without ordering their
  // calls it may be stale by a call; a parameter bound then is not captured, by its epoch.
  private boolean sampled;
  private long epoch;

  OpenTransaction(CaptureLimits limits, SessionTraffic traffic, SourceVendor vendor) {
    this.limits = limits;
    this.traffic = traffic;
    this.vendor = vendor;
    this.draft = limits.newDraft(preamble.changes());
    this.sampled = traffic.roll();
  }

  boolean isSampled() {
    return sampled;
  }

  /** Parameters bound in an epoch that has passed are not known to be what they were. */
  long epoch() {
    return epoch;
  }

  /** What is bound by now may not mean the same any more: it must be bound again to be captured. */
  void forgetBindings() {
    epoch++;
  }

  Preamble preamble() {
    return preamble;
  }

  boolean isEmpty() {
    return draft.isEmpty();
  }

  boolean hasRequests() {
    return draft.count() > 0;
  }

  void add(ExecuteCall call) {
    add(call, call.toRequest(0), preamble.changes());
  }

  /**
   * @param before the session's changes without what this request itself changes
   */
  void add(ExecuteCall call, @Nullable Request request, List<SessionChange> before) {
    Outcome reason = call.taint();
    if (reason != null) {
      draft.taint(reason);
    } else if (sampled && request == null) {
      // Chosen by another thread on this connection, after this request had begun.
      draft.taint(Outcome.PARAMETERS_NOT_CAPTURED);
    }
    draft.add(sampled ? request : null, call.bytes(), before);
  }

  /** A request of which nothing is known but that it was. */
  void addUnknown() {
    traffic.missed(null, sampled ? Missed.NOT_CAPTURED : Missed.UNSAMPLED);
    draft.taint(Outcome.UNSUPPORTED);
    draft.add(null, 0, preamble.changes());
  }

  void endApart(Outcome outcome) {
    traffic.endApart(draft, outcome);
  }

  /**
   * A request has failed, and had no effect. Where nothing of its transaction came before it, the
   * target can be asked for the same apart from everything else.
   */
  void failed(ExecuteCall call, Throwable thrown) {
    boolean isFirst = draft.count() == 0 && !draft.isAborted();
    if (limits.comparesSourceErrors() && sampled && isFirst && call.isUndone()) {
      trial(call, thrown);
    }
    traffic.endApart(draft, Outcome.SOURCE_ERROR);
  }

  private void trial(ExecuteCall call, Throwable thrown) {
    SourceError error = SourceError.of(thrown);
    if (error == null) {
      return;
    }
    call.failed(error);
    Request request = call.toRequest(0);
    if (request != null && call.taint() == null) {
      traffic.tryOnTarget(request, call.bytes(), preamble.changes());
    }
  }

  void taint(Outcome reason) {
    draft.taint(reason);
  }

  /** One of its statements has failed on a database that then rolls back at COMMIT. */
  void abort() {
    draft.abort();
  }

  /** A failed data definition statement may have committed what came before it. */
  void commitIsUncertain() {
    draft.commitIsUncertain();
  }

  void setSavepoint(@Nullable Object savepoint, String name) {
    draft.savepoints().set(draft.mark(savepoint, name, preamble.changes()));
  }

  void releaseSavepoint(@Nullable Object savepoint, String name) {
    draft.savepoints().release(savepoint, name);
  }

  void rollBackTo(@Nullable Object savepoint, String name) {
    Savepoints.Mark mark = draft.savepoints().rollbackTo(savepoint, name);
    if (mark == null) {
      draft.taint(Outcome.UNSUPPORTED);
      return;
    }
    if (vendor.rollbackUndoesSet()) {
      preamble.rollBackTo(mark.preamble());
    }
    int undone = sampled ? draft.truncate(mark) : 0;
    if (undone > 0) {
      traffic.undone(undone);
    }
  }

  /** A commit is about to be made: the transaction takes its place in the queue. */
  void beginCommit() {
    if (sampled && !draft.isAborted()) {
      traffic.place(draft);
    }
  }

  /** This session commits a branch that was prepared, by itself or another. */
  void beginCommit(PreparedBranch branch, PreparedBranches branches) {
    branch.beginCommit(traffic, preamble.changes(), branches);
  }

  /**
   * The server has the transaction under this name from now on: the session goes on without it.
   * What is not to be mirrored anyway ends here.
   */
  void prepared(String name, PreparedBranches branches) {
    if (draft.isAborted()) {
      rolledBack(); // the server has answered PREPARE with ROLLBACK
      return;
    }
    if (sampled && draft.taint() == null && draft.count() > 0) {
      branches.park(new PreparedBranch(name, draft, traffic, preamble.changes()));
      traffic.handedOver(draft.count());
    } else {
      traffic.committed(draft, sampled);
    }
    draft = limits.newDraft(preamble.changes());
    rollNext();
  }

  /** The server has refused to commit and to end the transaction: it is as open as before. */
  void commitRefused() {
    if (!traffic.takeBack(draft)) {
      next();
    }
  }

  /**
   * For a commit that is known only once it has happened.
   *
   * @param autoCommit whether a single request was committed by autocommit
   * @param nowNanos {@link System#nanoTime}; anything if nothing is to be mirrored
   */
  void commitAtOnce(boolean autoCommit, long nowNanos) {
    traffic.committedAtOnce(draft, autoCommit && draft.count() == 1, sampled, nowNanos);
    next();
  }

  void committed() {
    if (draft.isAborted()) {
      rolledBack(); // older drivers let the server's silent ROLLBACK pass
      return;
    }
    traffic.committed(draft, sampled);
    next();
  }

  void commitFailed(Throwable thrown) {
    endWithoutCommit(CommitFailure.outcome(thrown));
  }

  void rolledBack() {
    endWithoutCommit(draft.isCommitUncertain() ? Outcome.COMMIT_UNKNOWN : Outcome.ROLLED_BACK);
  }

  /** What is open or about to commit will not be known any more, nor what comes. */
  void switchOff() {
    draft.taint(Outcome.SWITCHED_OFF);
    traffic.notCommitted(draft, sampled, Outcome.SWITCHED_OFF);
    traffic.switchOff(sampled);
    next();
  }

  private void endWithoutCommit(Outcome outcome) {
    traffic.notCommitted(draft, sampled, outcome);
    if (vendor.rollbackUndoesSet()) {
      preamble.rollBackTo(draft.preambleAtStart());
    }
    next();
  }

  /** The next transaction, which has not begun, is to be mirrored. */
  void chosen() {
    sampled |= draft.isEmpty();
  }

  private void next() {
    draft.restart(preamble.changes());
    rollNext();
  }

  private void rollNext() {
    boolean was = sampled;
    sampled = traffic.roll();
    if (was && !sampled) {
      epoch++;
    }
  }
}
