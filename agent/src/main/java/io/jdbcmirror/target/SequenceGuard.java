package io.jdbcmirror.target;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held while one thread sets a sequence and inserts. Who waits too long goes on without: an insert
 * that holds the guard may wait for a row that the waiting thread's transaction has locked. What
 * then comes between shows as a wrong key, which is never committed.
 */
final class SequenceGuard {
  private static final long PATIENCE_MILLIS = 1_000;

  private final boolean severalThreads;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile long owed = KeyGenerator.UNKNOWN;

  SequenceGuard(boolean severalThreads) {
    this.severalThreads = severalThreads;
  }

  /**
   * @return whether it is held, and {@link #leave} is to be called
   */
  boolean enter() {
    if (!severalThreads) {
      return false;
    }
    try {
      return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void leave() {
    lock.unlock();
  }

  /** What the sequence must be set to again, {@link KeyGenerator#UNKNOWN} for nothing. */
  long owed() {
    return owed;
  }

  void owe(long next) {
    owed = next;
  }

  void settled() {
    owed = KeyGenerator.UNKNOWN;
  }
}
