package io.jdbcmirror.mirror;

import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.Recorder;
import io.jdbcmirror.traffic.TrafficQueue;
import io.jdbcmirror.traffic.Transaction;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts what became of each transaction and frees what it held in the queue, each exactly once.
 * Thread-safe.
 */
final class Ledger {
  private final TrafficQueue queue;
  private final Recorder recorder;
  private final ConcurrentMap<String, DatabaseRecorder> databases = new ConcurrentHashMap<>();

  Ledger(TrafficQueue queue, Recorder recorder) {
    this.queue = queue;
    this.recorder = recorder;
  }

  DatabaseRecorder of(Transaction transaction) {
    return databases.computeIfAbsent(transaction.session().source().database(), recorder::database);
  }

  /** A released one is about to be applied, for the first time. */
  void taken(Transaction transaction, long nowNanos) {
    of(transaction).queueWait(Math.max(0, nowNanos - transaction.releasedNanos()));
  }

  /** Counts before it frees: with an empty queue the sums are right. */
  void finish(Transaction transaction, Outcome outcome) {
    if (!transaction.isTrial()) { // whose request capture has counted
      DatabaseRecorder database = of(transaction);
      database.finished(outcome, transaction.requests().size());
      database.transaction(outcome);
    }
    queue.finish(transaction);
  }

  /** For a cancelled one, which capture has counted. */
  void free(Transaction transaction) {
    queue.finish(transaction);
  }

  /** What is left at the end, decided by the source or not. */
  void abandon(Transaction transaction) {
    // Whoever cancels counts; what is committed nobody else will count.
    boolean ours = transaction.cancel() || transaction.state() != Transaction.State.CANCELLED;
    if (ours) {
      finish(transaction, Outcome.SHUTDOWN);
    } else {
      free(transaction);
    }
  }
}
