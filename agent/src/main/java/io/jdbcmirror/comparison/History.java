package io.jdbcmirror.comparison;

import io.jdbcmirror.comparison.Statements.Known;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.traffic.Missed;
import io.jdbcmirror.traffic.MissedWrites;
import io.jdbcmirror.traffic.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What explains a difference: all that has made, or may have made, the target's tables others than
 * the source's before. One for all mirror threads; thread-safe.
 */
public final class History {
  private final MissedWrites missed;
  private final boolean orderHolds;
  private final TableHistory tables = new TableHistory();

  /**
   * @param orderHolds whether the target gets all transactions in the source's order: it does with
   *     one mirror thread
   */
  public History(MissedWrites missed, boolean orderHolds) {
    this.missed = missed;
    this.orderHolds = orderHolds;
  }

  /** Reads what the application's threads have reported. */
  synchronized void takeMissed(Statements texts) {
    missed.take((sql, why) -> lacks(texts.of(sql), Pair.attribution(why)));
    Missed unknown = missed.unknown();
    if (unknown != null) {
      tables.lacksAnywhere(Pair.attribution(unknown));
    }
  }

  private void lacks(Known statement, Attribution why) {
    if (statement.mayWrite()) {
      tables.lacks(statement.digest().tables(), why);
    }
  }

  /** The target does not have what these requests did on the source. */
  void lacks(List<Pair> pairs, Attribution why) {
    for (Pair pair : pairs) {
      lacks(pair.statement(), why);
    }
  }

  /** The target has committed them. */
  void changed(Transaction transaction, List<Pair> pairs) {
    List<String> written = new ArrayList<>(pairs.size());
    boolean anywhere = false;
    for (Pair pair : pairs) {
      anywhere |= pair.statement().callsProcedure();
      if (pair.statement().mayWrite()) {
        written.addAll(pair.statement().digest().tables());
      }
      if (pair.keys() == KeyResult.UNSUPPORTED || pair.keys() == KeyResult.NOT_READ) {
        lacks(pair.statement(), Attribution.GENERATED_KEYS);
      }
    }
    if (!written.isEmpty()) {
      tables.changed(written, new Change(transaction));
    }
    if (anywhere) {
      tables.changedAnywhere(new Change(transaction));
    }
  }

  /** What explains that both sides differ, {@link Attribution#UNEXPLAINED} if nothing does. */
  Attribution explain(Pair pair) {
    Attribution known = pair.explanation();
    if (known != null) {
      return known;
    }
    List<String> touched = pair.statement().digest().tables();
    @Nullable Attribution lack = tables.lack(touched);
    if (lack != null) {
      return lack;
    }
    Reading reading = Reading.of(pair.transaction(), pair.request(), orderHolds);
    return tables.mayHaveCrossed(touched, reading)
        ? Attribution.CONCURRENT
        : Attribution.UNEXPLAINED;
  }
}
