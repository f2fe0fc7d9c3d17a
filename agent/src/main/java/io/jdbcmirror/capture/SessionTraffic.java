package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.GeneratedKeys;
import io.jdbcmirror.traffic.Missed;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.TrafficQueue;
import io.jdbcmirror.traffic.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session's way into the queue, and its accounts: gives every transaction that ends its fate,
 * and counts it. Not thread-safe: guarded by its session.
 */
final class SessionTraffic {
  private final Session session;
  private final TrafficQueue queue;
  private final DatabaseRecorder recorder;
  private final Exposure exposure;
  private @Nullable Outcome leftOut;
  private long open;
  private @Nullable Transaction pending;
  private @Nullable Transaction awaitingKeys;

  /**
   * @param leftOut the outcome of all requests where this session is not mirrored at all, else null
   */
  SessionTraffic(
      Session session,
      TrafficQueue queue,
      DatabaseRecorder recorder,
      Exposure exposure,
      @Nullable Outcome leftOut) {
    this.session = session;
    this.queue = queue;
    this.recorder = recorder;
    this.exposure = exposure;
    this.leftOut = leftOut;
  }

  Session session() {
    return session;
  }

  boolean isLeftOut() {
    return leftOut != null;
  }

  /** A way of its own for one prepared branch, counted in the same accounts. */
  SessionTraffic forBranch(Session branchSession) {
    return new SessionTraffic(branchSession, queue, recorder, exposure, leftOut);
  }

  /** Whether the next transaction is to be mirrored. */
  boolean roll() {
    return leftOut == null && exposure.roll();
  }

  /** The source database's name, as its URL has it. */
  String database() {
    return session.source().database();
  }

  /** Whether an insert waits for the application to read its keys. */
  boolean awaitsKeys() {
    return awaitingKeys != null;
  }

  /**
   * A request has begun and ended that was a transaction by itself, and not sampled.
   *
   * @return whether the next transaction is to be mirrored
   */
  boolean passed() {
    Outcome outcome = leftOut;
    recorder.passed(outcome == null ? Outcome.UNSAMPLED : outcome);
    return roll();
  }

  void opened() {
    recorder.opened(); // first: where the stack ends in it, nothing is counted
    open++;
  }

  /** A request of a session that is left out, which ends as it is opened. */
  void endApart() {
    if (leftOut != null) {
      ended(leftOut, 1);
      recorder.transaction(leftOut);
    }
  }

  private void ended(Outcome outcome, long requests) {
    recorder.ended(outcome, (int) requests);
    open -= requests;
  }

  /** These go on as a prepared branch, which is counted by its own way. */
  void handedOver(int requests) {
    open -= requests;
  }

  /**
   * What is still open here was lost to a fault of the agent's own, or is under way and will not be
   * told of its end.
   *
   * @param sampled whether it was to be mirrored
   */
  void switchOff(boolean sampled) {
    if (open > 0) {
      ended(leftOut != null ? leftOut : sampled ? Outcome.SWITCHED_OFF : Outcome.UNSAMPLED, open);
    }
    leftOut = leftOut == null ? Outcome.SWITCHED_OFF : leftOut;
  }

  /** A request comes to an outcome that the rest of its transaction does not share. */
  void endApart(TransactionDraft draft, Outcome outcome) {
    ended(outcome, 1);
    draft.endedApart(outcome);
  }

  /** Requests rolled back to a savepoint. */
  void undone(int requests) {
    ended(Outcome.ROLLED_BACK, requests);
  }

  /**
   * The target will lack what a statement of this session has done.
   *
   * @param sql null where it is not known
   */
  void missed(@Nullable String sql, Missed why) {
    if (leftOut == null) {
      session.missed(why);
      queue.missed().report(sql, why);
    }
  }

  /**
   * Takes the transaction's place in the queue, before its commit: of two transactions that
   * conflict on a row lock the second cannot start its commit before the first has committed.
   */
  void place(TransactionDraft draft) {
    if (draft.count() == 0 || draft.taint() != null) {
      return;
    }
    Transaction transaction = draft.toTransaction(session, false);
    if (offer(transaction, draft, System.nanoTime())) {
      pending = transaction;
    }
  }

  private boolean offer(Transaction transaction, TransactionDraft draft, long nowNanos) {
    boolean placed = queue.offer(transaction, nowNanos);
    if (placed) {
      recorder.placed(draft.count());
      open -= draft.count();
    } else {
      queue.giveBack(transaction);
      missed(transaction.requests(), Missed.DROPPED);
      draft.taint(Outcome.QUEUE_FULL);
    }
    return placed;
  }

  /** What failed on the source is to be run on the target, too, if there is room for it. */
  void tryOnTarget(Request failed, long bytes, List<SessionChange> preamble) {
    if (!queue.reserve(bytes)) {
      return;
    }
    if (!queue.hold(failed.statement())) {
      queue.unreserve(bytes);
      return;
    }
    long now = System.nanoTime();
    Transaction trial = Transaction.trial(session, preamble, failed, bytes);
    trial.releaseUnplaced(now);
    if (!queue.offer(trial, now)) {
      queue.giveBack(trial);
    }
  }

  private void missed(List<Request> requests, Missed why) {
    for (Request request : requests) {
      missed(request.statement().sql(), why);
    }
  }

  /** The transaction has committed on the source, before it could take a place. */
  void committedAtOnce(TransactionDraft draft, boolean autoCommit, boolean sampled, long nowNanos) {
    if (!sampled || draft.count() == 0 || draft.taint() != null) {
      end(draft, sampled, Outcome.UNSUPPORTED);
      return;
    }
    Transaction transaction = draft.toTransaction(session, autoCommit);
    boolean waits = transaction.awaitKeys();
    if (!waits) {
      transaction.releaseUnplaced(nowNanos);
    }
    if (!offer(transaction, draft, nowNanos)) {
      end(draft, true, Outcome.UNSUPPORTED);
    } else if (waits) {
      awaitingKeys = transaction;
    }
  }

  /** The transaction has committed on the source. */
  void committed(TransactionDraft draft, boolean sampled) {
    Transaction placed = pending;
    if (placed == null) {
      end(draft, sampled, Outcome.UNSUPPORTED);
    } else {
      pending = null;
      placed.release(System.nanoTime());
    }
  }

  /** The application has read the keys of one insert: if it was waited for, it is released. */
  void keysRead(GeneratedKeys keys) {
    Transaction waiting = awaitingKeys;
    if (waiting != null && waiting.requests().get(0).keys() == keys) {
      goOn();
    }
  }

  /** The application goes on: what it has not read of an insert's keys by now is not waited for. */
  void goOn() {
    Transaction waiting = awaitingKeys;
    if (waiting != null) {
      awaitingKeys = null;
      waiting.release(System.nanoTime());
    }
  }

  /** The transaction has not committed, or nobody knows. */
  void notCommitted(TransactionDraft draft, boolean sampled, Outcome outcome) {
    Transaction placed = pending;
    if (placed == null) {
      end(draft, sampled, outcome);
    } else {
      pending = null;
      if (outcome == Outcome.COMMIT_UNKNOWN) {
        missed(placed.requests(), Missed.NOT_CAPTURED);
      }
      if (placed.cancel()) { // the mirror may have given it up as it ended
        recorder.finished(outcome, draft.count());
        recorder.transaction(outcome);
      }
    }
  }

  /**
   * The commit was refused and may be tried again: gives up the place, if it has one.
   *
   * @return false if the mirror had given the transaction up as it ended, and has counted it
   */
  boolean takeBack(TransactionDraft draft) {
    Transaction placed = pending;
    pending = null;
    if (placed == null) {
      return true;
    }
    if (!placed.cancel()) {
      return false;
    }
    open += draft.count();
    recorder.takenBack(draft.count());
    draft.takeBack(placed);
    return true;
  }

  private void end(TransactionDraft draft, boolean sampled, Outcome otherwise) {
    Outcome outcome = outcome(draft, sampled, otherwise);
    if (draft.count() > 0 && draft.taint() != null && sampled && leftOut == null) {
      session.missed(draft.missed());
    }
    if (draft.count() > 0) {
      ended(outcome, draft.count());
      recorder.transaction(outcome);
    } else if (draft.apart() != null) {
      recorder.transaction(draft.apart());
    }
    if (outcome == Outcome.QUEUE_FULL || outcome == Outcome.QUEUE_BYTES) {
      for (int i = 0; i < draft.count(); i++) {
        recorder.error(ErrorType.BUFFER_FULL);
      }
    }
    draft.free();
  }

  /** Unsampled before tainted before rolled back (design, section 3). */
  private Outcome outcome(TransactionDraft draft, boolean sampled, Outcome otherwise) {
    if (leftOut != null) {
      return leftOut;
    }
    if (!sampled) {
      return Outcome.UNSAMPLED;
    }
    Outcome taint = draft.taint();
    return taint == null ? otherwise : taint;
  }

  void close() {
    session.close();
  }
}
