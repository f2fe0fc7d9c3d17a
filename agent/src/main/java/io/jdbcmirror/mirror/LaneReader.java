package io.jdbcmirror.mirror;

import io.jdbcmirror.traffic.Lane;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Transaction;
import io.jdbcmirror.traffic.Transaction.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes a lane's transactions in the order in which they are to be applied: the queue's, but that
 * one whose commit on the source has not returned in time lets the others pass. The order within a
 * session always holds.
 *
 * <p>Thread-safe, so that at the stop another thread can take over from a mirror thread that hangs
 * in a driver: whatever is in the lane, set aside or in hand is handed out exactly once, by {@link
 * #settle} or by {@link #close}. No lock is held while a transaction is applied.
 */
final class LaneReader {
  private final Lane lane; // guarded by this
  private final long patienceNanos;
  private final Ledger ledger;
  private final List<Transaction> aside = new ArrayList<>(); // guarded by this
  private final Deque<Transaction> behind = new ArrayDeque<>(); // guarded by this
  private volatile @Nullable Transaction inHand; // written under this
  private boolean closed; // guarded by this
  private boolean hurried; // guarded by this

  /**
   * @param patienceNanos how long a place whose commit has not returned holds up the others
   */
  LaneReader(Lane lane, long patienceNanos, Ledger ledger) {
    this.lane = lane;
    this.patienceNanos = patienceNanos;
    this.ledger = ledger;
  }

  /** What has been taken and not settled, the first of it; null for nothing. */
  @Nullable Transaction inHand() {
    return inHand;
  }

  /**
   * Takes the next one that is released or cancelled.
   *
   * @return null if there is none now, or this reader is closed
   */
  synchronized @Nullable Transaction take(long nowNanos) {
    if (closed) {
      return null;
    }
    Transaction next = takeAside();
    while (next == null) {
      Transaction head = lane.peek();
      if (head == null || mustWait(head, nowNanos)) {
        return null;
      }
      next = pass(head);
    }
    inHand = next;
    return next;
  }

  /**
   * The released one that is to be applied after what is in hand, where nothing is set aside.
   *
   * @return null if the mirror has not fallen behind, so far as is seen at once
   */
  synchronized @Nullable Transaction next() {
    return behind.isEmpty() ? releasedHead() : behind.peekFirst();
  }

  private @Nullable Transaction releasedHead() {
    Transaction head = closed || !aside.isEmpty() ? null : lane.peek();
    return head != null && head.state() == State.RELEASED ? head : null;
  }

  /**
   * Takes the next one besides what is in hand.
   *
   * @return null if there is none, or it is not wanted
   */
  synchronized @Nullable Transaction follow(Predicate<Transaction> wanted) {
    Transaction head = inHand == null ? null : releasedHead();
    if (head == null || !wanted.test(head)) {
      return null;
    }
    lane.poll();
    behind.addLast(head);
    return head;
  }

  /** What waits for the keys that the application reads waits no more. */
  synchronized void hurry() {
    hurried = true;
  }

  /**
   * Is through with the first in hand; what was taken besides is in hand from then on.
   *
   * @return false if {@link #close} was faster and has handed it to another
   */
  synchronized boolean settle(Transaction transaction) {
    if (inHand != transaction) {
      return false;
    }
    inHand = behind.pollFirst();
    return true;
  }

  /** Everything that is left, in no order that matters; nothing can be taken afterwards. */
  synchronized List<Transaction> close() {
    closed = true;
    List<Transaction> left = new ArrayList<>(aside);
    aside.clear();
    if (inHand != null) {
      left.add(inHand);
      inHand = null;
    }
    left.addAll(behind);
    behind.clear();
    for (Transaction next = lane.poll(); next != null; next = lane.poll()) {
      left.add(next);
    }
    return left;
  }

  synchronized boolean isEmpty() {
    return inHand == null && aside.isEmpty() && lane.peek() == null;
  }

  private boolean mustWait(Transaction head, long nowNanos) {
    State state = head.state();
    boolean waits = state == State.PLACED || (state == State.AWAITING_KEYS && !hurried);
    return waits && nowNanos - head.placedNanos() < patienceNanos;
  }

  /**
   * Nobody may come to read the keys of a committed insert: it is applied all the same.
   *
   * @return false if it is not known to be committed
   */
  private static boolean isDecided(Transaction transaction) {
    if (transaction.state() == State.AWAITING_KEYS) {
      transaction.release(System.nanoTime());
    }
    return transaction.state() != State.PLACED;
  }

  /** Polls the head; null if it was set aside, and the caller is to look again. */
  private @Nullable Transaction pass(Transaction head) {
    lane.poll();
    boolean undecided = !isDecided(head);
    if (undecided) {
      ledger.of(head).orderRelaxed();
    }
    // Behind one of its own session, however that stands, it has to stay behind.
    if (undecided || isAside(head.session())) {
      aside.add(head);
      return takeAside();
    }
    return head;
  }

  /** The first that is decided and has none of its session before it. */
  private @Nullable Transaction takeAside() {
    List<Session> passed = new ArrayList<>();
    for (Iterator<Transaction> each = aside.iterator(); each.hasNext(); ) {
      Transaction transaction = each.next();
      if (!passed.contains(transaction.session()) && isDecided(transaction)) {
        each.remove();
        return transaction;
      }
      passed.add(transaction.session());
    }
    return null;
  }

  private boolean isAside(Session session) {
    for (Transaction transaction : aside) {
      if (transaction.session() == session) {
        return true;
      }
    }
    return false;
  }
}
