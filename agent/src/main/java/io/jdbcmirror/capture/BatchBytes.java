package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.TrafficQueue;

/**
 * What the batches of one session hold of the queue's bytes while they wait for their execution. A
 * statement may be forgotten by its application, a session ends: then all is given back.
 * Thread-safe.
 */
final class BatchBytes {
  private final TrafficQueue queue;
  private long held;
  private boolean closed;

  BatchBytes(TrafficQueue queue) {
    this.queue = queue;
  }

  synchronized boolean reserve(long count) {
    if (closed || !queue.reserve(count)) {
      return false;
    }
    held += count;
    return true;
  }

  synchronized void unreserve(long count) {
    long given = Math.min(count, held); // nothing is held any more once closed
    held -= given;
    queue.unreserve(given);
  }

  synchronized void close() {
    closed = true;
    unreserve(held);
  }
}
