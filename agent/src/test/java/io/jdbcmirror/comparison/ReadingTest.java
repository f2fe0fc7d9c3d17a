package io.jdbcmirror.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.Source;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.TrafficQueue;
import io.jdbcmirror.traffic.Transaction;
import java.sql.Connection;
import java.util.List;
import java.util.Properties;
import org.h2.Driver;
import org.junit.jupiter.api.Test;

/** Who may have seen what, on one side and not on the other. Times are in nanoseconds. */
class ReadingTest {
  private static final boolean AUTO = true;

  private final TrafficQueue queue = new TrafficQueue(1, 100, 1_000_000);
  private final Session reader = session(1);
  private final Session writer = session(2);
  private List<SessionChange> preamble = List.of();

  private static Session session(long id) {
    return new Session(
        id, new Source("jdbc:postgresql://host/shop", new Properties(), new Driver()));
  }

  /** Each request takes 10 ns. */
  private Transaction transaction(
      Session session, boolean auto, long placed, long released, long... starts) {
    List<Request> requests = new java.util.ArrayList<>();
    for (long start : starts) {
      requests.add(
          Request.of(
                  new StatementText(StatementText.Form.PLAIN, "select 1", null),
                  Request.Call.EXECUTE_QUERY)
              .startNanos(start)
              .sourceNanos(10)
              .build());
    }
    Transaction transaction = new Transaction(session, auto, preamble, requests, 0);
    queue.offer(transaction, placed);
    transaction.release(released);
    return transaction;
  }

  private boolean crossed(Transaction read, int request, Transaction written) {
    return crossed(read, request, written, true);
  }

  private static boolean crossed(
      Transaction read, int request, Transaction written, boolean orderHolds) {
    return Reading.of(read, read.requests().get(request), orderHolds)
        .mayHaveCrossed(new Change(written));
  }

  @Test
  void aChangeThatWasThereBeforeIsSeenOnBothSides() {
    Transaction written = transaction(writer, !AUTO, 100, 120, 50);
    assertThat(crossed(transaction(reader, AUTO, 210, 210, 200), 0, written)).isFalse();
  }

  @Test
  void aChangeCommittedAfterTheReadAndBeforeItsTransactionIsSeenOnTheTargetAlone() {
    Transaction written = transaction(writer, !AUTO, 250, 260, 150);
    Transaction read = transaction(reader, !AUTO, 300, 310, 200, 280);
    assertThat(crossed(read, 0, written)).isTrue();
    assertThat(crossed(read, 1, written)).isFalse();
  }

  @Test
  void withOneSnapshotAllItsReadsAreAsOldAsTheFirst() {
    preamble =
        List.of(
            SessionChange.attribute(
                1, SessionChange.Attribute.ISOLATION, Connection.TRANSACTION_REPEATABLE_READ));
    Transaction written = transaction(writer, !AUTO, 250, 260, 150);
    Transaction read = transaction(reader, !AUTO, 300, 310, 200, 280);
    assertThat(crossed(read, 1, written)).isTrue();
  }

  @Test
  void aCommitUnderWayDuringTheReadMayHaveBeenSeenOrNot() {
    Transaction written = transaction(writer, !AUTO, 190, 230, 150);
    assertThat(crossed(transaction(reader, AUTO, 210, 210, 200), 0, written)).isTrue();
  }

  @Test
  void aChangeAfterTheReadersTransactionIsSeenByNeither() {
    Transaction read = transaction(reader, AUTO, 210, 210, 200);
    Transaction written = transaction(writer, !AUTO, 250, 260, 220);
    assertThat(crossed(read, 0, written)).isFalse();
  }

  @Test
  void byAutocommitAChangeMayBeSeenBeforeItHasItsPlace() {
    Transaction read = transaction(reader, AUTO, 210, 210, 200);
    Transaction written = transaction(writer, AUTO, 215, 215, 195);
    assertThat(crossed(read, 0, written)).isTrue();
    Transaction later = transaction(writer, AUTO, 230, 230, 220);
    assertThat(crossed(read, 0, later)).isFalse();
  }

  @Test
  void ofItsOwnChangesASessionSeesAll() {
    Transaction written = transaction(reader, !AUTO, 190, 230, 150);
    assertThat(crossed(transaction(reader, AUTO, 210, 210, 200), 0, written)).isFalse();
  }

  @Test
  void withSeveralMirrorThreadsALaterPlaceMayComeFirst() {
    Transaction read = transaction(reader, !AUTO, 400, 410, 200);
    Transaction written = transaction(writer, !AUTO, 500, 510, 450);
    assertThat(crossed(read, 0, written)).isFalse();
    assertThat(crossed(read, 0, written, false)).isTrue();
  }
}
