package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of something that is gathered before its execution takes it: they count in the queue's
 * byte bound while they wait, and are no more than one transaction may have. Over a bound, or by a
 * fault, the whole is tainted and holds nothing any more. Not thread-safe.
 */
final class BoundedBytes {
  private final WaitingBytes waiting;
  private final long maxBytes;
  private long bytes;
  private @Nullable Outcome taint;

  /**
   * @param maxBytes of one transaction
   */
  BoundedBytes(WaitingBytes waiting, long maxBytes) {
    this.waiting = waiting;
    this.maxBytes = maxBytes;
  }

  /**
   * @return false if it is tainted, now or before: then nothing is held
   */
  boolean reserve(long count) {
    if (taint == null && bytes + count > maxBytes) {
      taint(Outcome.TRANSACTION_TOO_LARGE);
    } else if (taint == null && !waiting.reserve(count)) {
      taint(Outcome.QUEUE_BYTES);
    } else if (taint == null) {
      bytes += count;
    }
    return taint == null;
  }

  /** It cannot be mirrored as a whole; the first reason stays. */
  void taint(Outcome reason) {
    if (taint == null) {
      taint = reason;
      release();
    }
  }

  @Nullable Outcome taint() {
    return taint;
  }

  /** Gives back what it holds. */
  void release() {
    waiting.unreserve(bytes);
    bytes = 0;
  }

  /** To be used anew. */
  void clear() {
    release();
    taint = null;
  }
}
