package io.jdbcmirror.comparison;

import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.SessionChange.Attribute;
import io.jdbcmirror.traffic.Transaction;
import java.sql.Connection;

/**
 * When a request has seen the source's tables, and when it sees the target's: at the place of its
 * transaction. Immutable.
 */
final class Reading {
  private final long session;
  private final long startNanos;
  private final long endNanos;
  private final long placedNanos;
  private final boolean orderHolds;

  private Reading(
      long session, long startNanos, long endNanos, long placedNanos, boolean orderHolds) {
    this.session = session;
    this.startNanos = startNanos;
    this.endNanos = endNanos;
    this.placedNanos = placedNanos;
    this.orderHolds = orderHolds;
  }

  /**
   * @param orderHolds whether the target has all transactions in the source's order: with one
   *     mirror thread
   */
  static Reading of(Transaction transaction, Request request, boolean orderHolds) {
    boolean atItsTime = !transaction.isAutoCommit() && hasOneSnapshot(transaction);
    Request sees = atItsTime ? transaction.requests().get(0) : request;
    return new Reading(
        transaction.session().id(),
        sees.startNanos(),
        request.startNanos() + request.sourceNanos(),
        transaction.placedNanos(),
        orderHolds);
  }

  /** Whether all its statements see the tables as they were at its first. */
  private static boolean hasOneSnapshot(Transaction transaction) {
    for (SessionChange change : transaction.preamble()) {
      if (change.attribute() == Attribute.ISOLATION) {
        Object level = change.value();
        return !(level instanceof Integer)
            || (Integer) level > Connection.TRANSACTION_READ_COMMITTED;
      }
    }
    String url = transaction.session().source().url();
    return url.startsWith("jdbc:mysql:")
        || url.startsWith("jdbc:mariadb:")
        || transaction.requests().get(0).isTransactionControl();
  }

  long startNanos() {
    return startNanos;
  }

  /** Whether the change was there on one side, and perhaps not on the other. */
  boolean mayHaveCrossed(Change change) {
    if (change.isOf(session)) {
      return false;
    }
    boolean target = change.isBefore(placedNanos);
    boolean source = target || !orderHolds;
    boolean missedOnSource = source && change.mayBeUnseenAt(startNanos);
    boolean seenOnSourceAlone = (!target || !orderHolds) && change.mayBeSeenAt(endNanos);
    return missedOnSource || seenOnSourceAlone;
  }
}
