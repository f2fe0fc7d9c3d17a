package io.jdbcmirror.traffic;

import java.util.List;

/**
 * The bounded way between the application's threads and the mirror's: bounded in transactions and
 * in bytes, lock-free and never waiting on the side of the application.
 *
 * <p>Every mirror thread has a {@link Lane} of its own, a session always the same one. Both bounds
 * hold over all lanes together. Bytes are reserved as they are captured, before the transaction has
 * a place, and given back by {@link #finish}, {@link #giveBack} or {@link #unreserve}.
 */
public final class TrafficQueue {
  private final Lane[] lanes;
  private final Budget places;
  private final Budget bytes;
  private final MissedWrites missed = new MissedWrites();

  /**
   * @param lanes number of mirror threads, from 1
   * @param capacity transactions, from 1, over all lanes
   * @param maxBytes estimated bytes captured and not yet applied
   */
  public TrafficQueue(int lanes, int capacity, long maxBytes) {
    this.places = new Budget(capacity);
    this.bytes = new Budget(maxBytes);
    this.lanes = new Lane[lanes];
    for (int i = 0; i < lanes; i++) {
      this.lanes[i] = new Lane(capacity, places);
    }
  }

  /**
   * Takes the newest place.
   *
   * @return false if all places are taken; the transaction is then not in the queue
   */
  public boolean offer(Transaction transaction, long nowNanos) {
    if (!places.take(1)) {
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
    return bytes.take(count);
  }

  public void unreserve(long count) {
    bytes.untake(count);
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
    unreserve(lettingGo(requests));
  }

  /**
   * @return what nobody holds any more
   */
  private static long lettingGo(List<Request> requests) {
    long free = 0;
    for (Request request : requests) {
      StatementText text = request.statement();
      if (text.isShared() && text.letGo()) {
        free += text.bytes();
      }
    }
    return free;
  }

  /** A transaction gives back all that it holds. */
  public void giveBack(Transaction transaction) {
    unreserve(transaction.bytes());
    letGo(transaction.requests());
  }

  /** The mirror is through with a transaction, however it ended. */
  public void finish(Transaction transaction) {
    transaction.session().unqueued();
    bytes.giveBack(transaction.bytes() + lettingGo(transaction.requests()));
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
    return (int) places.held();
  }

  public int capacity() {
    return (int) places.max();
  }

  public long bytes() {
    return bytes.held();
  }

  public long maxBytes() {
    return bytes.max();
  }

  private Lane laneOf(Session session) {
    return lanes[(int) (session.id() % lanes.length)];
  }
}
