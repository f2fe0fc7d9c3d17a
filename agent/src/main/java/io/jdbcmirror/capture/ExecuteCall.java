package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.GeneratedKeys;
import io.jdbcmirror.traffic.OutParameter;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.SourceError;
import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.StatementOptions;
import io.jdbcmirror.traffic.StatementText;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execute call that is under way in the driver: what was taken down as it began. Confined to
 * the calling thread.
 */
final class ExecuteCall {
  /** Rows of one insert whose keys are taken down; of a batch as many as it has entries. */
  private static final int MAX_KEYS = 1_000;

  private final Request.Builder builder = new Request.Builder();
  private final @Nullable StatementTokens owner;
  private @Nullable StatementCall token;
  private Call call = Call.EXECUTE;
  private SqlTraits traits = SqlTraits.ORDINARY;
  private @Nullable StatementText text;
  private List<Parameter[]> rows = Collections.emptyList();
  private List<Parameter[]> taken = Collections.emptyList();
  private List<String> batchSql = Collections.emptyList();
  private StatementOptions options = StatementOptions.NONE;
  private List<byte[]> copyData = Collections.emptyList();
  private List<OutParameter> outParameters = Collections.emptyList();
  private @Nullable Outcome taint;
  private @Nullable GeneratedKeys keys;
  private @Nullable SourceResult result;
  private int resultBytes;
  private @Nullable PreparedBranch branch;
  private long startNanos;
  private long endNanos;
  private @Nullable StackTraceElement callSite;
  private @Nullable SourceError sourceError;

  /**
   * @param owner has it again once it is over, for its next execution; null if nobody has
   */
  ExecuteCall(@Nullable StatementTokens owner) {
    this.owner = owner;
  }

  /**
   * @param content null where the request's content is not needed
   */
  ExecuteCall begin(Call which, SqlTraits of, @Nullable StatementText content) {
    call = which;
    traits = of;
    text = content;
    return this;
  }

  /** The token of the hooks, of a call that has an owner. */
  StatementCall token(StatementCapture statement) {
    StatementCall made = token;
    if (made == null) {
      made = new StatementCall(statement, this);
      token = made;
    }
    return made;
  }

  /** The arrays are this call's own from now on. */
  void rows(List<Parameter[]> taken) {
    this.taken = taken;
    rows = taken;
    taint(Deferred.beforeExecution(taken));
  }

  void batchSql(List<String> taken) {
    batchSql = taken;
  }

  /** As they stand on the statement. */
  void options(StatementOptions taken) {
    options = taken;
  }

  /**
   * @param taken null if one of them is not known
   */
  void outParameters(@Nullable List<OutParameter> taken) {
    if (taken == null) {
      taint(Outcome.PARAMETERS_NOT_CAPTURED);
    } else {
      outParameters = taken;
    }
  }

  /** The application will read the keys this call generates. */
  GeneratedKeys recordKeys() {
    GeneratedKeys recorded = new GeneratedKeys(Math.max(MAX_KEYS, entries()));
    keys = recorded;
    return recorded;
  }

  /** What it answers is taken down there. */
  void recordResult(SourceResult recorded, boolean withValues) {
    result = recorded;
    resultBytes = withValues ? Sizes.RESULT_WITH_VALUES : Sizes.RESULT;
  }

  /** What a COPY has sent, whole or not. */
  void copied(CopyData sent) {
    taint(sent.taint());
    copyData = sent.take();
  }

  /** The COPY API was given a statement that moves no data. */
  void isNoCopy() {
    call = Call.EXECUTE;
  }

  /** Whether the request's content is needed. */
  boolean isWanted() {
    return text != null;
  }

  /** The request cannot be captured, for this reason; the first stays. */
  void taint(@Nullable Outcome reason) {
    taint = taint == null ? reason : taint;
  }

  /** It commits this branch, which has taken its place in the queue. */
  void commits(PreparedBranch prepared) {
    branch = prepared;
  }

  @Nullable PreparedBranch branch() {
    return branch;
  }

  /** The driver goes on now. The clock is read only where the time is wanted. */
  void start() {
    startNanos = text == null ? 0 : System.nanoTime();
  }

  /** Where in the application it is made, if that is wanted and it is the turn of its text. */
  void lookAt(CallSites callSites) {
    if (text != null) {
      callSite = callSites.sample(text.sql());
    }
  }

  /** The driver is through. */
  void end() {
    endNanos = text == null ? 0 : System.nanoTime();
  }

  /** {@link System#nanoTime} as the driver was through, where the time is wanted. */
  long endNanos() {
    return endNanos;
  }

  SqlTraits traits() {
    return traits;
  }

  Call call() {
    return call;
  }

  /** It has brought another kind of result than it was called for. */
  void takeAnyResult() {
    call = Call.EXECUTE;
  }

  @Nullable Outcome taint() {
    return taint;
  }

  /**
   * @param database whose name before a table's is left out, as MySQL's drivers write it
   */
  void unqualify(String database) {
    if (text != null && text.sql() != null) {
      text = text.withSql(text.sql().replace("`" + database + "`.", ""));
    }
  }

  /** Whether each row has that many. */
  boolean hasParameters(int wanted) {
    for (Parameter[] row : rows) {
      if (row.length != wanted) {
        return false;
      }
    }
    return true;
  }

  /** It has failed on the source. */
  void failed(SourceError error) {
    sourceError = error;
  }

  /** Whether it only works on tables, so that a rollback takes all of it back. */
  boolean isUndone() {
    boolean plain = traits.kind() == SqlTraits.Kind.ORDINARY && !traits.commits();
    return plain && !call.isBatch() && text != null && text.form() != StatementText.Form.CALLABLE;
  }

  int entries() {
    return Math.max(rows.size(), batchSql.size());
  }

  /** Whether parameters were bound. */
  boolean hasRows() {
    return !rows.isEmpty();
  }

  /** Keeps only the entries of the batch that took effect. */
  void keepOnly(List<Integer> indexes) {
    rows = FailedBatch.only(indexes, rows);
    batchSql = FailedBatch.only(indexes, batchSql);
  }

  /** The call is over, whatever became of it: keeps nothing, and may be begun again. */
  void over() {
    Deferred.release(taken);
    text = null;
    rows = Collections.emptyList();
    taken = Collections.emptyList();
    batchSql = Collections.emptyList();
    options = StatementOptions.NONE;
    copyData = Collections.emptyList();
    outParameters = Collections.emptyList();
    taint = null;
    keys = null;
    result = null;
    resultBytes = 0;
    branch = null;
    startNanos = 0;
    endNanos = 0;
    callSite = null;
    sourceError = null;
    if (owner != null) {
      owner.takeBack(this);
    }
  }

  /** What the request holds of the heap, without the text of a prepared statement. */
  long bytes() {
    String sql = text == null || text.form() != StatementText.Form.PLAIN ? null : text.sql();
    long bytes = Sizes.REQUEST + Sizes.of(sql) + resultBytes;
    for (Parameter[] row : rows) {
      bytes += Sizes.of(row);
    }
    for (String entry : batchSql) {
      bytes += Sizes.of(entry);
    }
    for (byte[] chunk : copyData) {
      bytes += Sizes.of(chunk);
    }
    return keys == null ? bytes : bytes + (long) Sizes.KEY * Math.max(1, entries());
  }

  private long now() {
    return endNanos == 0 ? System.nanoTime() : endNanos;
  }

  /**
   * The finished request: what the driver has read while it executed is in it, or taints the call.
   *
   * @param changeNumber of the session change it is, 0 for none
   * @return null where its content was not taken down
   */
  @Nullable Request toRequest(long changeNumber) {
    if (text == null) {
      return null;
    }
    taint(Deferred.afterExecution(rows));
    return builder
        .begin(text, call)
        .rows(rows)
        .batchSql(batchSql)
        .options(options)
        .copyData(copyData)
        .outParameters(outParameters)
        .transactionControl(traits.isTransactionControl())
        .sourceNanos(startNanos == 0 ? 0 : Math.max(0, now() - startNanos))
        .changeNumber(changeNumber)
        .startNanos(startNanos)
        .callSite(callSite)
        .keys(keys)
        .sourceError(sourceError)
        .result(result)
        .build();
  }
}
