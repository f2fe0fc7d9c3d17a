package io.jdbcmirror.traffic;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bounded way between the application's threads and the mirror's: bounded in transactions and
 * in bytes, lock-free and never waiting on the side of the application.
 *
 * <p>Every mirror thread has a {@link Lane} of its own, a session always the same one. Both bounds
 * hold over all lanes together. Bytes are reserved as they are captured, before the transaction has
 * a place, and given back by {@link #finish}, {@link #giveBack} or {@link #unreserve}.
 */
public final class TrafficQueue {
  private final int capacity;
  private final long maxBytes;
  private final Lane[] lanes;
  private final AtomicInteger length = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final MissedWrites missed = new MissedWrites();

  /**
   * @param lanes number of mirror threads, from 1
   * @param capacity transactions, from 1, over all lanes
   * @param maxBytes estimated bytes captured and not yet applied
   */
  public TrafficQueue(int lanes, int capacity, long maxBytes) {
    this.capacity = capacity;
    this.maxBytes = maxBytes;
    this.lanes = new Lane[lanes];
    for (int i = 0; i < lanes; i++) {
      this.lanes[i] = new Lane(capacity, length);
    }
  }

  /**
   * Takes the newest place.
   *
   * @return false if all places are taken; the transaction is then not in the queue
   */
  public boolean offer(Transaction transaction, long nowNanos) {
    if (length.incrementAndGet() > capacity) {
      length.decrementAndGet();
      return false;
    }
    transaction.placed(nowNanos);
    transaction.session().queued();
    // Cannot fail: each lane has room for the whole capacity, which the counter guards.
    return laneOf(transaction.session()).add(transaction);
  }

  /**
   * @return false, with nothing reserved, if the byte bound would be passed
   */
  public boolean reserve(long count) {
    if (bytes.addAndGet(count) > maxBytes) {
      bytes.addAndGet(-count);
      return false;
    }
    return true;
  }

  public void unreserve(long count) {
    bytes.addAndGet(-count);
  }

  /**
   * A request keeps the text of a prepared statement, which others of the same statement share: a
   * long one counts in the byte bound for as long as there is one. The holders of one text are
   * added by one thread at a time.
   *
   * @return false, with nothing held, if the byte bound would be passed
   */
  public boolean hold(StatementText text) {
    if (!text.isShared() || !text.hold() || reserve(text.bytes())) {
      return true;
    }
    text.letGo();
    return false;
  }

  /** The requests are wanted no more. */
  public void letGo(List<Request> requests) {
    for (Request request : requests) {
      StatementText text = request.statement();
      if (text.isShared() && text.letGo()) {
        unreserve(text.bytes());
      }
    }
  }

  /** A transaction gives back all that it holds. */
  public void giveBack(Transaction transaction) {
    unreserve(transaction.bytes());
    letGo(transaction.requests());
  }

  /** The mirror is through with a transaction, however it ended. */
  public void finish(Transaction transaction) {
    transaction.session().unqueued();
    giveBack(transaction);
  }

  public Lane lane(int index) {
    return lanes[index];
  }

  /** What passes the queue by although it may have changed the source. */
  public MissedWrites missed() {
    return missed;
  }

  /** Transactions with a place that no mirror thread has taken yet. */
  public int length() {
    return length.get();
  }

  public int capacity() {
    return capacity;
  }

  public long bytes() {
    return bytes.get();
  }

  public long maxBytes() {
    return maxBytes;
  }

  private Lane laneOf(Session session) {
    return lanes[(int) (session.id() % lanes.length)];
  }
}
