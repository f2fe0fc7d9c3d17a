package io.jdbcmirror.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.Comparison;
import io.jdbcmirror.metrics.Verdict;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Source;
import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.h2.Driver;
import org.junit.jupiter.api.Test;

/** What waits to be compared waits within a bound of 8 MB: the oldest goes first. */
class OpenPairsTest {
  private static final long MEGABYTE = 1024 * 1024;
  private static final Comparison DIFFERENCE =
      Comparison.difference(Verdict.RESULT, Attribution.UNEXPLAINED);

  private final String url = "jdbc:postgresql://host/shop";
  private final Session session = new Session(1, new Source(url, new Properties(), new Driver()));
  private final Statements statements = new Statements(url);
  private final OpenPairs open = new OpenPairs();
  private final List<Pair> read = new ArrayList<>();
  private final List<Pair> looked = new ArrayList<>();

  /** One whose result the application has not read. */
  private Pair pair(long bytes) {
    Request request =
        Request.of(
                new StatementText(StatementText.Form.PLAIN, "select 1", null),
                Request.Call.EXECUTE_QUERY)
            .result(new SourceResult())
            .build();
    Transaction transaction = new Transaction(session, true, List.of(), List.of(request), bytes);
    return new Pair(transaction, request, statements.of(request));
  }

  private Pair reading(long bytes) {
    Pair pair = pair(bytes);
    open.reading(pair);
    return pair;
  }

  private Pair unexplained(long bytes) {
    Pair pair = pair(bytes);
    open.unexplained(pair, DIFFERENCE);
    return pair;
  }

  private void sweep() {
    open.sweep(System.nanoTime(), read::add, (pair, difference) -> looked.add(pair));
  }

  @Test
  void whatIsWithinTheBoundWaits() {
    for (int i = 0; i < 8; i++) {
      reading(MEGABYTE);
    }
    sweep();
    assertThat(read).isEmpty();
  }

  @Test
  void ofWhatIsReadTheOldestGoesUntilTheOthersAreWithinTheBound() {
    Pair first = reading(3 * MEGABYTE);
    Pair second = reading(3 * MEGABYTE);
    reading(4 * MEGABYTE);
    reading(4 * MEGABYTE);
    sweep();
    assertThat(read).containsExactly(first, second);
    sweep();
    assertThat(read).hasSize(2);
  }

  @Test
  void ofTheUnexplainedTheOldestGoesToo() {
    Pair first = unexplained(5 * MEGABYTE);
    unexplained(5 * MEGABYTE);
    sweep();
    assertThat(looked).containsExactly(first);
  }

  @Test
  void bothCountTogether() {
    Pair first = reading(5 * MEGABYTE);
    unexplained(5 * MEGABYTE);
    sweep();
    assertThat(read).containsExactly(first);
    assertThat(looked).isEmpty();
  }

  @Test
  void whatHasGoneIsCountedNoMore() {
    for (int i = 0; i < 4; i++) {
      reading(5 * MEGABYTE);
      sweep();
    }
    assertThat(read).as("one of five megabytes may wait").hasSize(3);
  }
}
