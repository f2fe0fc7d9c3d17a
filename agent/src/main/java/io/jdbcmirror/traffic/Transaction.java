package io.jdbcmirror.traffic;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * All requests between two transaction boundaries of one session, or the one request of an
 * autocommit call: what is ordered, queued and applied as a whole.
 *
 * <p>It takes its place in the queue before the source has committed and is told what became of the
 * commit afterwards, once, by {@link #release} or {@link #cancel}. Everything but that state is
 * written before the place is taken; the queue publishes it.
 */
public final class Transaction {
  /** What is known of the commit on the source. */
  public enum State {
    /** The commit has begun; nobody knows yet. */
    PLACED,
    /** Committed; the application is reading the keys that it has generated. */
    AWAITING_KEYS,
    /** Committed: to be applied. */
    RELEASED,
    /** Not committed, or not known to be: to be passed over, already counted by capture. */
    CANCELLED
  }

  private static final AtomicReferenceFieldUpdater<Transaction, State> STATE =
      AtomicReferenceFieldUpdater.newUpdater(Transaction.class, State.class, "state");

  private final Session session;
  private final boolean autoCommit;
  private final boolean trial;
  private final List<SessionChange> preamble;
  private final List<Request> requests;
  private final long bytes;
  private volatile State state = State.PLACED;
  private long placedNanos;
  private long releasedNanos;

  /**
   * @param preamble the session's changes as they stood when the transaction began; kept, not
   *     copied
   * @param requests at least one; kept, not copied
   * @param bytes what the transaction holds of the queue's byte bound
   */
  public Transaction(
      Session session,
      boolean autoCommit,
      List<SessionChange> preamble,
      List<Request> requests,
      long bytes) {
    this(session, autoCommit, false, preamble, requests, bytes);
  }

  private Transaction(
      Session session,
      boolean autoCommit,
      boolean trial,
      List<SessionChange> preamble,
      List<Request> requests,
      long bytes) {
    this.session = session;
    this.autoCommit = autoCommit;
    this.trial = trial;
    this.preamble = preamble;
    this.requests = requests;
    this.bytes = bytes;
  }

  /**
   * One request that has failed on the source: to be run on the target as well, and rolled back. It
   * is none of the requests to be mirrored, and ends in no outcome.
   */
  public static Transaction trial(
      Session session, List<SessionChange> preamble, Request failed, long bytes) {
    List<Request> alone = Collections.singletonList(failed);
    return new Transaction(session, false, true, preamble, alone, bytes);
  }

  public boolean isTrial() {
    return trial;
  }

  public Session session() {
    return session;
  }

  /** One request, executed on the source with autocommit on. */
  public boolean isAutoCommit() {
    return autoCommit;
  }

  public List<SessionChange> preamble() {
    return preamble;
  }

  public List<Request> requests() {
    return requests;
  }

  public long bytes() {
    return bytes;
  }

  public State state() {
    return state;
  }

  /** {@link System#nanoTime} when it took its place. */
  public long placedNanos() {
    return placedNanos;
  }

  /** {@link System#nanoTime} when it was released; only to be read once it is. */
  public long releasedNanos() {
    return releasedNanos;
  }

  void placed(long nowNanos) {
    placedNanos = nowNanos;
  }

  /**
   * The source has committed a single insert, whose generated keys the application may be about to
   * read: {@link #release} then ends the wait.
   *
   * @return false, with nothing done, if it has asked for none
   */
  public boolean awaitKeys() {
    boolean asked = autoCommit && requests.size() == 1 && requests.get(0).keys() != null;
    return asked && STATE.compareAndSet(this, State.PLACED, State.AWAITING_KEYS);
  }

  /**
   * The source has committed: the mirror may apply it, with the keys that are read by now. Does
   * nothing once it is cancelled.
   */
  public void release(long nowNanos) {
    sealKeys();
    releasedNanos = nowNanos; // published by the volatile write below
    if (!STATE.compareAndSet(this, State.PLACED, State.RELEASED)) {
      STATE.compareAndSet(this, State.AWAITING_KEYS, State.RELEASED);
    }
  }

  /** {@link #release} before it has its place: nobody else knows it yet. */
  public void releaseUnplaced(long nowNanos) {
    sealKeys();
    releasedNanos = nowNanos;
    STATE.lazySet(this, State.RELEASED); // the queue publishes it
  }

  /** Whether the application has read keys that one of its inserts has generated. */
  public boolean hasKeys() {
    for (Request request : requests) {
      GeneratedKeys keys = request.keys();
      if (keys != null && !keys.rows().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** What the application reads of its generated keys from now on is too late. */
  public void sealKeys() {
    for (int i = 0; i < requests.size(); i++) { // an iterator would be allocated
      GeneratedKeys keys = requests.get(i).keys();
      if (keys != null) {
        keys.seal();
      }
    }
  }

  /**
   * The source has not committed, or it cannot be known: the mirror passes it over. At its stop the
   * mirror cancels what the source has not decided by then. What waits for keys is committed.
   *
   * @return true for the one caller who has cancelled it, and who then counts its requests; false
   *     where it was decided before
   */
  public boolean cancel() {
    return STATE.compareAndSet(this, State.PLACED, State.CANCELLED);
  }
}
