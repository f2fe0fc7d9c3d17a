package io.jdbcmirror.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.traffic.MissedWrites;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Source;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.TrafficQueue;
import io.jdbcmirror.traffic.Transaction;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A read before, and in the target's order after, what another session does. */
class HistoryTest {
  private static final String URL = "jdbc:postgresql://host/shop";
  private static final String READ = "select v from t where id = ?";

  private final TrafficQueue queue = new TrafficQueue(1, 2_000, 1_000_000);
  private final Source source = new Source(URL, new Properties(), new Driver());
  private final Statements statements = new Statements(URL);
  private final History history = new History(new MissedWrites(), true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values (?)",
        "with new as (insert into t values (?) returning id) select id from new",
        "select id from final table (update t set v = ?)",
        "{call fill(?)}",
        "do $$ begin perform fill(1); end $$"
      })
  void whatMayHaveChangedTheTableExplainsADifference(String sql) {
    assertThat(explained(sql)).isEqualTo(Attribution.CONCURRENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id from t where v in (select insert_time from u)",
        "insert into u values (?)",
        "select v from t where id = ? for update",
        "begin"
      })
  void nothingElseDoes(String sql) {
    assertThat(explained(sql)).isEqualTo(Attribution.UNEXPLAINED);
  }

  /** Only while the call may not have been seen by both sides alike. */
  @Test
  void aProcedureExplainsNoLaterDifference() {
    for (int i = 0; i < 1_000; i++) {
      change("{call fill(?)}");
    }
    assertThat(history.explain(pair(2, 100, 120, 90)))
        .as("a read before them all, looked at again")
        .isEqualTo(Attribution.UNEXPLAINED);
    assertThat(history.explain(pair(2, 300, 320, 310))).isEqualTo(Attribution.UNEXPLAINED);
  }

  private Attribution explained(String sql) {
    change(sql);
    return history.explain(pair(2, 250, 320, 100));
  }

  private void change(String sql) {
    Transaction changing = transaction(1, 200, 210, 150, sql);
    history.changed(changing, List.of(pairOf(changing)));
  }

  private Pair pair(long session, long placed, long released, long start) {
    return pairOf(transaction(session, placed, released, start, READ));
  }

  private Pair pairOf(Transaction transaction) {
    Request request = transaction.requests().get(0);
    return new Pair(transaction, request, statements.of(request));
  }

  private Transaction transaction(
      long session, long placed, long released, long start, String sql) {
    List<Request> requests =
        Stream.of(sql)
            .map(
                text ->
                    Request.of(
                            new StatementText(StatementText.Form.PLAIN, text, null),
                            Request.Call.EXECUTE)
                        .startNanos(start)
                        .sourceNanos(10)
                        .build())
            .toList();
    Transaction made = new Transaction(new Session(session, source), false, List.of(), requests, 0);
    queue.offer(made, placed);
    made.release(released);
    return made;
  }
}
