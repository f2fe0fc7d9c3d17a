package io.jdbcmirror.mirror;

import io.jdbcmirror.comparison.Comparisons;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Transaction;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The work of one mirror thread, in small rounds: takes the next transaction, applies it, counts
 * it. Belongs to that thread, but for {@link #abandonAll}, {@link #isEmpty} and {@link #lagNanos}.
 */
final class MirrorWorker {
  private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** What has waited that long has not only waited for this thread to wake up. */
  private static final long BEHIND_NANOS = 2 * IdleStrategy.PARK_NANOS;

  private final LaneReader reader;
  private final @Nullable BurstApplier bursts;
  private final TransactionApplier applier;
  private final TargetGate gate;
  private final Ledger ledger;
  private final Comparisons comparisons;
  private long sweptNanos = System.nanoTime();

  /**
   * @param bursts null if everything is applied by itself
   */
  MirrorWorker(
      LaneReader reader,
      @Nullable BurstApplier bursts,
      TransactionApplier applier,
      TargetGate gate,
      Ledger ledger,
      Comparisons comparisons) {
    this.reader = reader;
    this.bursts = bursts;
    this.applier = applier;
    this.gate = gate;
    this.ledger = ledger;
    this.comparisons = comparisons;
  }

  /**
   * One round.
   *
   * @return how many transactions came to their end; 0 if there was nothing to do, or what is in
   *     hand has to wait
   */
  int doWork() {
    long now = System.nanoTime();
    sweep(now);
    Transaction transaction = reader.inHand();
    if (transaction == null) {
      transaction = take(now);
      int together = transaction == null ? 0 : applyTogether(transaction, now);
      if (together > 0) {
        return together;
      }
    }
    if (transaction == null) {
      return 0;
    }
    if (transaction.state() == Transaction.State.CANCELLED) {
      return free(transaction);
    }
    return apply(transaction, now);
  }

  /** How long ago the transaction in hand was released; 0 if there is none. Any thread. */
  long lagNanos() {
    Transaction transaction = reader.inHand();
    if (transaction == null || transaction.state() != Transaction.State.RELEASED) {
      return 0;
    }
    return Math.max(0, System.nanoTime() - transaction.releasedNanos());
  }

  /** The end is near: nothing waits for the application any more. Any thread. */
  void hurry() {
    reader.hurry();
  }

  /** Any thread. */
  boolean isEmpty() {
    return reader.isEmpty();
  }

  /** Counts whatever is left as dropped at the stop; what comes later is not taken. Any thread. */
  void abandonAll() {
    for (Transaction left : reader.close()) {
      ledger.abandon(left);
    }
  }

  /** Closes the thread's connections to the target, and its books. */
  void close() {
    try {
      comparisons.end();
    } finally {
      gate.closeAll();
    }
  }

  private @Nullable Transaction take(long now) {
    Transaction transaction = reader.take(now);
    if (transaction != null && transaction.state() == Transaction.State.RELEASED) {
      ledger.taken(transaction, now);
    }
    return transaction;
  }

  private int free(Transaction transaction) {
    if (reader.settle(transaction)) {
      ledger.free(transaction);
    }
    return 1;
  }

  /**
   * @return 0 if it, and what was taken with it, is to be applied by itself
   */
  private int applyTogether(Transaction transaction, long now) {
    Burst burst = bursts == null || !isLate(transaction, now) ? null : bursts.gather(transaction);
    Outcome outcome = bursts == null || burst == null ? null : bursts.apply(burst);
    if (burst == null || outcome == null) {
      return 0;
    }
    for (Transaction each : burst.transactions()) {
      if (reader.settle(each)) {
        ledger.finish(each, outcome);
      }
    }
    return burst.transactions().size();
  }

  private static boolean isLate(Transaction transaction, long now) {
    return now - transaction.releasedNanos() >= BEHIND_NANOS;
  }

  private int apply(Transaction transaction, long now) {
    boolean behind =
        bursts != null
            && transaction.requests().size() > 1
            && isLate(transaction, now)
            && reader.next() != null;
    Outcome outcome = applier.apply(transaction, behind);
    if (outcome == null) {
      return 0;
    }
    if (outcome.group() == Outcome.Group.DROPPED && !transaction.isTrial()) {
      comparisons.dropped(transaction);
    }
    if (reader.settle(transaction)) {
      ledger.finish(transaction, outcome);
    }
    return 1;
  }

  private void sweep(long now) {
    comparisons.sweep(now);
    if (now - sweptNanos >= SWEEP_NANOS) {
      sweptNanos = now;
      gate.closeFinished();
    }
  }
}
