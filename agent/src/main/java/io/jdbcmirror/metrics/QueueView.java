package io.jdbcmirror.metrics;

/** The queue as metrics and page show it, read when scraped. Any thread; never blocks or throws. */
public interface QueueView {
  /** Transactions waiting. */
  int length();

  /** Transactions that may wait. */
  int capacity();

  /** Bytes of everything captured and not yet applied. */
  long bytes();

  /** Limit of {@link #bytes()}. */
  long maxBytes();

  /** How long the oldest transaction that waits has waited, in nanoseconds; 0 if none waits. */
  long lagNanos();
}
