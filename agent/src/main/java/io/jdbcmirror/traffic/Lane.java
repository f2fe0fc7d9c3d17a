package io.jdbcmirror.traffic;

import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/** One mirror thread's part of the {@link TrafficQueue}. Only one thread at a time may call it. */
public final class Lane {
  // The variant without sun.misc.Unsafe, which warns on Java 24 and up.
  private final MpscAtomicArrayQueue<Transaction> queue;
  private final Budget places;

  Lane(int capacity, Budget places) {
    this.queue = new MpscAtomicArrayQueue<>(Math.max(2, capacity));
    this.places = places;
  }

  boolean add(Transaction transaction) {
    return queue.offer(transaction);
  }

  /** The oldest transaction, released or not; null if there is none. */
  public @Nullable Transaction peek() {
    return queue.peek();
  }

  /** Takes what {@link #peek} showed and frees its place. */
  public @Nullable Transaction poll() {
    Transaction transaction = queue.poll();
    if (transaction != null) {
      places.giveBack(1);
    }
    return transaction;
  }
}
