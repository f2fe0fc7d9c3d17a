package io.jdbcmirror.comparison;

import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.Comparison;
import io.jdbcmirror.metrics.DigestRecorder;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.Recorder;
import io.jdbcmirror.metrics.Verdict;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares every request that was tried on the target with what it did on the source, and records
 * it under its digest: once for each. A result that the application is still reading is compared
 * when it has been read; {@link #sweep} looks after those.
 *
 * <p>One for each mirror thread, and used by that thread alone.
 */
public final class Comparisons {
  private final History history;
  private final Recorder recorder;
  private final Map<String, Statements> statements = new HashMap<>();
  private final OpenPairs open = new OpenPairs();

  public Comparisons(History history, Recorder recorder) {
    this.history = history;
    this.recorder = recorder;
  }

  /** The requests of a transaction that is to be applied, with room for the target's answers. */
  public List<Pair> pairs(Transaction transaction) {
    Statements texts = statementsOf(transaction);
    List<Pair> pairs = new ArrayList<>(transaction.requests().size());
    for (Request request : transaction.requests()) {
      pairs.add(new Pair(transaction, request, texts.of(request)));
    }
    return pairs;
  }

  private Statements statementsOf(Transaction transaction) {
    return statements.computeIfAbsent(
        transaction.session().source().database(),
        database -> new Statements(transaction.session().source().url()));
  }

  private DigestRecorder digestsOf(Transaction transaction) {
    return recorder.database(transaction.session().source().database()).digests();
  }

  /** The target has executed and committed them. */
  public void mirrored(Transaction transaction, List<Pair> pairs) {
    history.takeMissed(statementsOf(transaction));
    history.changed(transaction, pairs);
    DigestRecorder digests = digestsOf(transaction);
    for (Pair pair : pairs) {
      Request request = pair.request();
      if (pair.answer().isTogether()) {
        digests.batched(pair.statement().name());
      } else if (!request.isTransactionControl()) {
        digests.mirrored(pair.statement().name(), request.sourceNanos(), pair.answer().nanos());
      }
      compare(pair);
    }
  }

  /**
   * The target has not committed them.
   *
   * @param failed index of the request that failed; -1 where it was none of them
   */
  public void failed(Transaction transaction, List<Pair> pairs, int failed, TargetFailure failure) {
    history.takeMissed(statementsOf(transaction));
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      if (i == failed) {
        failed(pair, failure);
      } else if (i < failed && !failure.isUnavailable()) {
        compare(pair);
      } else {
        record(pair, Comparison.notCompared(failure.reasonForOthers()));
      }
    }
    history.lacks(pairs, Attribution.FAILED_BEFORE);
  }

  /**
   * A request that had failed on the source was run on the target, and rolled back.
   *
   * @param failure null where it has not failed there
   */
  public void tried(Pair pair, @Nullable TargetFailure failure) {
    history.takeMissed(statementsOf(pair.transaction()));
    NotCompared reason = failure == null ? null : failure.reason();
    if (reason != null) {
      record(pair, Comparison.notCompared(reason));
    } else if (failure == null) {
      differs(pair, Judgement.ERROR_MISSING);
    } else if (failure.isLike(pair.request().sourceError())) {
      record(pair, Comparison.match());
    } else {
      differs(pair, Judgement.ERROR_DIFFERENT);
    }
  }

  /** Such a request cannot be run without leaving something behind, or would say nothing. */
  public void notTried(Pair pair) {
    record(pair, Comparison.notCompared(NotCompared.UNSUPPORTED));
  }

  private void failed(Pair pair, TargetFailure failure) {
    digestsOf(pair.transaction())
        .failed(pair.statement().name(), failure.type(), failure.sqlState());
    NotCompared reason = failure.reason();
    if (reason != null) {
      record(pair, Comparison.notCompared(reason));
    } else {
      record(pair, Comparison.difference(Verdict.ERROR_NEW, explain(pair, failure)));
    }
  }

  private Attribution explain(Pair pair, TargetFailure failure) {
    if (failure.isOfKeys()) {
      return Attribution.GENERATED_KEYS;
    }
    return failure.isOfValues() && pair.statement().insertsItsOwn()
        ? pair.explainedAlone()
        : history.explain(pair);
  }

  /** The mirror has dropped the transaction, untried. */
  public void dropped(Transaction transaction) {
    history.lacks(pairs(transaction), Attribution.DROPPED_BEFORE);
  }

  /** Looks after what waits. Costs nothing where nothing does. */
  public void sweep(long now) {
    open.sweep(now, pair -> judge(pair, NotCompared.STILL_READING), this::lookAgain);
  }

  /** The thread ends: nothing waits any longer. */
  public void end() {
    open.end(pair -> judge(pair, NotCompared.SHUTDOWN), this::lookAgain);
  }

  private void compare(Pair pair) {
    if (pair.request().isTransactionControl()) {
      record(pair, Comparison.notCompared(NotCompared.UNSUPPORTED));
    } else if (pair.request().result() == null) {
      record(pair, Comparison.notCompared(NotCompared.OFF));
    } else if (pair.isComplete()) {
      judge(pair, NotCompared.STILL_READING);
    } else {
      open.reading(pair);
    }
  }

  private void judge(Pair pair, NotCompared ifIncomplete) {
    Judgement judgement = pair.judge(ifIncomplete);
    NotCompared reason = judgement.reason();
    if (reason != null) {
      record(pair, Comparison.notCompared(reason));
    } else if (judgement.verdict() == Verdict.MATCH) {
      record(pair, Comparison.match());
    } else {
      differs(pair, judgement);
    }
  }

  private void differs(Pair pair, Judgement judgement) {
    Attribution why = history.explain(pair);
    if (why != Attribution.UNEXPLAINED) {
      record(pair, Comparison.difference(judgement.verdict(), why));
      return;
    }
    Attribution unless = judgement.isOrderOnly() ? Attribution.ORDER_ONLY : why;
    open.unexplained(pair, Comparison.difference(judgement.verdict(), unless));
  }

  /** A change that was under way then may have come by since. */
  private void lookAgain(Pair pair, Comparison difference) {
    Attribution why = history.explain(pair);
    boolean explained = why != Attribution.UNEXPLAINED;
    record(pair, explained ? Comparison.difference(difference.verdict(), why) : difference);
  }

  private void record(Pair pair, Comparison comparison) {
    if (pair.transaction().isTrial()) {
      recorder.database(pair.transaction().session().source().database()).sourceErrorCompared();
    }
    DigestRecorder digests = digestsOf(pair.transaction());
    digests.compared(pair.statement().name(), comparison);
    String site = pair.callSite();
    if (site != null) {
      digests.callSite(pair.statement().name(), site);
    }
  }
}
