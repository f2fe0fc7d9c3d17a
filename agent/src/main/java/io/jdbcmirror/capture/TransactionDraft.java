package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Missed;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.SessionChange.Attribute;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import io.jdbcmirror.traffic.TrafficQueue;
import io.jdbcmirror.traffic.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that the application has not ended: its requests so far, their number, and the
 * reason why it will not be mirrored, if there is one. The bytes it holds are reserved in the
 * queue.
 *
 * <p>Not thread-safe: guarded by its session.
 */
final class TransactionDraft {
  private final TrafficQueue queue;
  private final long maxBytes;
  private final Savepoints savepoints = new Savepoints();
  private List<Request> requests = new ArrayList<>(4);
  private List<SessionChange> preambleAtStart;
  private List<SessionChange> preamble = Collections.emptyList();
  private List<SessionChange> lastPreamble = Collections.emptyList();
  private @Nullable StatementText lastText;
  private long bytes;
  private int count;
  private @Nullable Outcome taint;
  private @Nullable Outcome apart;
  private boolean aborted;
  private boolean commitUncertain;

  /**
   * @param preambleAtStart the session's changes when the last transaction ended
   */
  TransactionDraft(TrafficQueue queue, long maxBytes, List<SessionChange> preambleAtStart) {
    this.queue = queue;
    this.maxBytes = maxBytes;
    this.preambleAtStart = preambleAtStart;
  }

  /**
   * Begins the next transaction. Holds nothing of the last one, which has come to its end.
   *
   * @param preambleNow as it stands
   */
  void restart(List<SessionChange> preambleNow) {
    savepoints.clear();
    preambleAtStart = preambleNow;
    preamble = Collections.emptyList();
    lastPreamble = Collections.emptyList();
    lastText = null;
    count = 0;
    taint = null;
    apart = null;
    aborted = false;
    commitUncertain = false;
  }

  List<SessionChange> preambleAtStart() {
    return preambleAtStart;
  }

  /** A request that shares the transaction's fate; null where its content is not needed. */
  void add(@Nullable Request request, long requestBytes, List<SessionChange> currentPreamble) {
    if (count++ == 0) {
      preamble = currentPreamble;
      lastPreamble = currentPreamble;
    } else if (request != null && !request.isTransactionControl()) {
      request.runAfter(namesSince(currentPreamble));
      lastPreamble = currentPreamble;
    }
    if (request == null) {
      return;
    }
    if (taint == null && reserve(requestBytes + ownText(request))) {
      keep(request);
    }
    if (taint != null) {
      miss(request);
    }
  }

  private void miss(Request request) {
    queue.missed().report(request.statement().sql(), missed());
  }

  /** Why the target lacks it, once it is tainted. */
  Missed missed() {
    boolean dropped = taint != null && taint.group() == Outcome.Group.DROPPED;
    return dropped ? Missed.DROPPED : Missed.NOT_CAPTURED;
  }

  /** Of a prepared statement: a short text counts where another is executed than just before. */
  @SuppressWarnings("ReferenceEquality") // an equal text is another object, which is held too
  private long ownText(Request request) {
    StatementText text = request.statement();
    boolean counted = text == lastText || text.isShared() || text.form() == Form.PLAIN;
    lastText = text;
    return counted ? 0 : text.bytes();
  }

  private void keep(Request request) {
    StatementText text = request.statement();
    if (text.isShared() && text.bytes() > maxBytes) {
      taint(Outcome.TRANSACTION_TOO_LARGE);
    } else if (queue.hold(text)) {
      requests.add(request);
    } else {
      taint(Outcome.QUEUE_BYTES);
    }
  }

  /**
   * Schema and catalog set since the last request: those after it are meant for other tables. What
   * a statement has changed is carried by that statement; other attributes wait for the next
   * transaction.
   */
  private List<SessionChange> namesSince(List<SessionChange> currentPreamble) {
    if (currentPreamble.equals(lastPreamble)) {
      return Collections.emptyList();
    }
    List<SessionChange> names = new ArrayList<>(1);
    for (SessionChange change : currentPreamble) {
      boolean name =
          change.attribute() == Attribute.SCHEMA || change.attribute() == Attribute.CATALOG;
      if (name && !lastPreamble.contains(change)) {
        names.add(change);
      }
    }
    return Collections.unmodifiableList(names);
  }

  private boolean reserve(long requestBytes) {
    if (bytes + requestBytes > maxBytes) {
      taint(Outcome.TRANSACTION_TOO_LARGE);
      return false;
    }
    if (!queue.reserve(requestBytes)) {
      taint(Outcome.QUEUE_BYTES);
      return false;
    }
    bytes += requestBytes;
    return true;
  }

  /** A request of this transaction that has come to an outcome of its own. */
  void endedApart(Outcome outcome) {
    apart = outcome;
  }

  /** The transaction as a whole cannot be mirrored; the first reason stays. */
  void taint(Outcome reason) {
    if (taint == null) {
      taint = reason;
      requests.forEach(this::miss);
      free();
    }
  }

  @Nullable Outcome taint() {
    return taint;
  }

  /** Requests that share the transaction's fate. */
  int count() {
    return count;
  }

  /** Last outcome of a request that has ended apart from the others; null if none has. */
  @Nullable Outcome apart() {
    return apart;
  }

  boolean isEmpty() {
    return count == 0 && apart == null;
  }

  Savepoints savepoints() {
    return savepoints;
  }

  Savepoints.Mark mark(@Nullable Object savepoint, String name, List<SessionChange> preambleNow) {
    return new Savepoints.Mark(
        savepoint, name, requests.size(), count, bytes, preambleNow, lastPreamble);
  }

  /**
   * Takes back what came after a savepoint.
   *
   * @return how many requests were taken back; 0 for a tainted transaction, which is one whole
   */
  int truncate(Savepoints.Mark mark) {
    aborted = false;
    if (taint != null) {
      return 0;
    }
    int undone = count - mark.count();
    count = mark.count();
    lastPreamble = mark.lastPreamble();
    List<Request> taken = requests.subList(mark.requests(), requests.size());
    queue.letGo(taken);
    taken.clear();
    queue.unreserve(bytes - mark.bytes());
    bytes = mark.bytes();
    return undone;
  }

  /** One of its statements has failed on a database that then rolls back at COMMIT. */
  void abort() {
    aborted = true;
  }

  boolean isAborted() {
    return aborted;
  }

  /** A failed data definition statement may have committed what came before it. */
  void commitIsUncertain() {
    commitUncertain = true;
  }

  boolean isCommitUncertain() {
    return commitUncertain;
  }

  /** The finished transaction; what it holds of the queue's bytes goes with it. */
  Transaction toTransaction(Session session, boolean autoCommit) {
    Transaction transaction = new Transaction(session, autoCommit, preamble, taken(), bytes);
    bytes = 0;
    return transaction;
  }

  /** The requests, which are the taker's: of one alone, as with autocommit, without a new list. */
  private List<Request> taken() {
    List<Request> all = requests;
    if (all.size() == 1) {
      List<Request> one = Collections.singletonList(all.get(0));
      all.clear();
      return one;
    }
    requests = new ArrayList<>(4);
    return all;
  }

  /**
   * Has again what it gave to a transaction whose commit was refused.
   *
   * @param transaction cancelled; it gives its own bytes back when the mirror passes it over
   */
  void takeBack(Transaction transaction) {
    if (queue.reserve(transaction.bytes())) {
      bytes = transaction.bytes();
    } else {
      taint(Outcome.QUEUE_BYTES);
    }
    for (Request request : transaction.requests()) {
      if (taint == null) {
        keep(request);
      }
    }
  }

  /** What it holds of the queue's bytes. */
  long bytes() {
    return bytes;
  }

  /** Gives back what it holds. */
  void free() {
    queue.unreserve(bytes);
    bytes = 0;
    queue.letGo(requests);
    requests = new ArrayList<>(4); // the old one may be long
  }
}
