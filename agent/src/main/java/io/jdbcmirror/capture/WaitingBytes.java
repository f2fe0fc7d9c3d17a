package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.TrafficQueue;

/**
 * What the statements of one session hold of the queue's bytes while it waits for an execution:
 * batches, and parameters that are large. A statement may be forgotten by its application, a
 * session ends: then all is given back. Thread-safe.
 */
final class WaitingBytes {
  private final TrafficQueue queue;
  private long held;
  private boolean closed;

  WaitingBytes(TrafficQueue queue) {
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
