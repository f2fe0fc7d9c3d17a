package io.jdbcmirror.mirror;

import io.jdbcmirror.traffic.GeneratedKeys;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.Source;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.TrafficQueue;
import io.jdbcmirror.traffic.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** Feeds a queue by hand, as capture would. */
final class Traffic {
  static final int BYTES = 10;

  final TrafficQueue queue;
  final FakeRecorder recorder = new FakeRecorder();
  private final Source source;
  private long sessions;

  Traffic(String sourceUrl, int lanes) {
    this.queue = new TrafficQueue(lanes, 1_000, 1_000_000);
    this.source = new Source(sourceUrl, new Properties(), new FaultyDriver());
  }

  Session session() {
    return new Session(++sessions, source);
  }

  static Request request(String sql) {
    return Request.of(new StatementText(StatementText.Form.PLAIN, sql, null), Request.Call.EXECUTE)
        .build();
  }

  static Request control(String sql) {
    return Request.of(new StatementText(StatementText.Form.PLAIN, sql, null), Request.Call.EXECUTE)
        .transactionControl(true)
        .build();
  }

  Transaction place(Session session, boolean autoCommit, Request... requests) {
    List<Request> all = new ArrayList<>(List.of(requests));
    Transaction transaction =
        new Transaction(session, autoCommit, Collections.emptyList(), all, BYTES);
    recorder.placed(all.size());
    if (!queue.reserve(BYTES) || !queue.offer(transaction, System.nanoTime())) {
      throw new AssertionError("the queue is full");
    }
    return transaction;
  }

  Transaction place(Session session, String... sql) {
    return place(session, false, requests(sql));
  }

  Transaction release(Session session, String... sql) {
    Transaction transaction = place(session, sql);
    transaction.release(System.nanoTime());
    return transaction;
  }

  Transaction releaseAutoCommit(Session session, String sql) {
    Transaction transaction = place(session, true, request(sql));
    transaction.release(System.nanoTime());
    return transaction;
  }

  /** Inserts of a table's one column, each of which commits by itself. */
  void releaseInserts(Session session, int count, long releasedNanos) {
    StatementText text =
        new StatementText(StatementText.Form.PREPARED, "INSERT INTO t VALUES (?)", null);
    for (int i = 0; i < count; i++) {
      Parameter[] row = {Parameter.of(Setter.INT, 1, i, null, null)};
      Request insert =
          Request.of(text, Request.Call.EXECUTE_UPDATE).rows(List.<Parameter[]>of(row)).build();
      place(session, true, insert).release(releasedNanos);
    }
  }

  /** An insert that has committed and whose keys are being read. */
  Transaction awaitKeys(Session session) {
    StatementText text = new StatementText(StatementText.Form.PLAIN, "INSERT INTO t", 1);
    GeneratedKeys keys = new GeneratedKeys(1);
    Request insert = Request.of(text, Request.Call.EXECUTE_UPDATE).keys(keys).build();
    Transaction transaction = place(session, true, insert);
    if (!transaction.awaitKeys()) {
      throw new AssertionError("it asks for keys");
    }
    return transaction;
  }

  private static Request[] requests(String... sql) {
    Request[] requests = new Request[sql.length];
    for (int i = 0; i < sql.length; i++) {
      requests[i] = request(sql[i]);
    }
    return requests;
  }
}
