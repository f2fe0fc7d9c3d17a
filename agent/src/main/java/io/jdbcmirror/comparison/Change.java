package io.jdbcmirror.comparison;

import io.jdbcmirror.traffic.Transaction;

/**
 * A transaction that has changed tables, and when; all in {@link System#nanoTime}. Immutable.
 *
 * <p>On the source its changes were first seen at some time between {@code visibleFrom} and {@code
 * visibleBy}; on the target at its place in the order.
 */
final class Change {
  private final long session;
  private final long placedNanos;
  private final long visibleFromNanos;
  private final long visibleByNanos;

  Change(Transaction transaction) {
    this.session = transaction.session().id();
    this.placedNanos = transaction.placedNanos();
    // With autocommit a change is seen before its call returns and takes its place.
    this.visibleFromNanos =
        transaction.isAutoCommit() ? transaction.requests().get(0).startNanos() : placedNanos;
    this.visibleByNanos = transaction.releasedNanos();
  }

  boolean isAfter(long nanos) {
    return placedNanos - nanos > 0;
  }

  /** Whether a call that began then may have run before it saw this change. */
  boolean mayBeUnseenAt(long nanos) {
    return visibleByNanos - nanos >= 0;
  }

  /** Whether a call that was over then may have seen it. */
  boolean mayBeSeenAt(long nanos) {
    return nanos - visibleFromNanos >= 0;
  }

  boolean isOf(long otherSession) {
    return session == otherSession;
  }

  /** Whether the target has it before what took its place then. */
  boolean isBefore(long otherPlacedNanos) {
    return otherPlacedNanos - placedNanos >= 0;
  }
}
