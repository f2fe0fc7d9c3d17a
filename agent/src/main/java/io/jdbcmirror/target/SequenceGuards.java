package io.jdbcmirror.target;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** What all sessions of the target must know of its schema and its sequences. Thread-safe. */
final class SequenceGuards {
  private final boolean severalThreads;
  private final ConcurrentMap<String, SequenceGuard> guards = new ConcurrentHashMap<>();
  private final AtomicLong schemaVersion = new AtomicLong();

  /**
   * @param severalThreads whether several mirror threads insert at the same time
   */
  SequenceGuards(boolean severalThreads) {
    this.severalThreads = severalThreads;
  }

  /** Whether an insert can come between the setting of a sequence and the insert it was set for. */
  boolean areNeeded() {
    return severalThreads;
  }

  /**
   * @param sequence {@link KeyGenerator#shared}
   */
  SequenceGuard of(String sequence) {
    return guards.computeIfAbsent(sequence, name -> new SequenceGuard(severalThreads));
  }

  /** Tables or sequences may be others than before. */
  void schemaChanged() {
    schemaVersion.incrementAndGet();
  }

  long schemaVersion() {
    return schemaVersion.get();
  }
}
