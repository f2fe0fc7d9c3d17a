package io.jdbcmirror.traffic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execute call of the application, as it is to be repeated on the target. Immutable once its
 * transaction is in the queue, but for the {@link GeneratedKeys} of an autocommit insert.
 */
public final class Request {
  /** Which execute method was called. */
  public enum Call {
    EXECUTE,
    EXECUTE_QUERY,
    EXECUTE_UPDATE,
    EXECUTE_LARGE_UPDATE,
    EXECUTE_BATCH,
    EXECUTE_LARGE_BATCH,
    /** PostgreSQL's {@code CopyManager.copyIn}, in all its forms. */
    COPY_IN,
    /** PostgreSQL's {@code CopyManager.copyOut}, in all its forms. */
    COPY_OUT;

    public boolean isCopy() {
      return this == COPY_IN || this == COPY_OUT;
    }

    public boolean isBatch() {
      return this == EXECUTE_BATCH || this == EXECUTE_LARGE_BATCH;
    }
  }

  private final StatementText statement;
  private final Call call;
  private final List<Parameter[]> rows;
  private final List<String> batchSql;
  private final StatementOptions options;
  private final List<byte[]> copyData;
  private final List<OutParameter> outParameters;
  private final boolean transactionControl;
  private final long sourceNanos;
  private final long changeNumber;
  private final long startNanos;
  private final @Nullable GeneratedKeys keys;
  private final @Nullable SourceResult result;
  private final @Nullable StackTraceElement callSite;
  private List<SessionChange> changesBefore = java.util.Collections.emptyList();

  private Request(Builder builder) {
    this.statement = builder.statement;
    this.call = builder.call;
    this.rows = builder.rows;
    this.batchSql = builder.batchSql;
    this.options = builder.options;
    this.copyData = builder.copyData;
    this.outParameters = builder.outParameters;
    this.transactionControl = builder.transactionControl;
    this.sourceNanos = builder.sourceNanos;
    this.changeNumber = builder.changeNumber;
    this.startNanos = builder.startNanos;
    this.keys = builder.keys;
    this.result = builder.result;
    this.callSite = builder.callSite;
  }

  public StatementText statement() {
    return statement;
  }

  public Call call() {
    return call;
  }

  /**
   * Parameters of a prepared statement: one row for a single execution, one for each entry of a
   * batch, none for a plain statement. The list and its arrays must not be changed.
   */
  public List<Parameter[]> rows() {
    return rows;
  }

  /** SQL of a plain statement's batch, in order; empty for everything else. */
  public List<String> batchSql() {
    return batchSql;
  }

  /** What the application had set on its statement. */
  public StatementOptions options() {
    return options;
  }

  /** What is registered on a callable statement. The list must not be changed. */
  public List<OutParameter> outParameters() {
    return outParameters;
  }

  /** What a COPY_IN has sent, in order; the arrays must not be changed. Empty for all else. */
  public List<byte[]> copyData() {
    return copyData;
  }

  /**
   * {@code BEGIN}, {@code COMMIT}, {@code SAVEPOINT} and their kin, sent as SQL: the mirror's own
   * transaction does what they say, they are not executed on the target.
   */
  public boolean isTransactionControl() {
    return transactionControl;
  }

  /** How long the call took on the source, in nanoseconds. */
  public long sourceNanos() {
    return sourceNanos;
  }

  /** {@link System#nanoTime} as the call began on the source; 0 where that is not known. */
  public long startNanos() {
    return startNanos;
  }

  /** What the source has answered; null where that is not compared. */
  public @Nullable SourceResult result() {
    return result;
  }

  /** Where in the application it was made; null where nobody has looked, as mostly. */
  public @Nullable StackTraceElement callSite() {
    return callSite;
  }

  /** Number of the {@link SessionChange} this request is, 0 if none. */
  public long changeNumber() {
    return changeNumber;
  }

  /** Where an insert has asked for the keys it generates: what was read of them. Else null. */
  public @Nullable GeneratedKeys keys() {
    return keys;
  }

  /** Schema and catalog that were set in its transaction since the request before it. */
  public List<SessionChange> changesBefore() {
    return changesBefore;
  }

  /** The list is kept, not copied. Only before the request's transaction is in the queue. */
  public void runAfter(List<SessionChange> changes) {
    changesBefore = changes;
  }

  public static Builder of(StatementText statement, Call call) {
    return new Builder(statement, call);
  }

  /** Not thread-safe. */
  public static final class Builder {
    private final StatementText statement;
    private final Call call;
    private List<Parameter[]> rows = java.util.Collections.emptyList();
    private List<String> batchSql = java.util.Collections.emptyList();
    private StatementOptions options = StatementOptions.NONE;
    private List<byte[]> copyData = java.util.Collections.emptyList();
    private List<OutParameter> outParameters = java.util.Collections.emptyList();
    private boolean transactionControl;
    private long sourceNanos;
    private long changeNumber;
    private long startNanos;
    private @Nullable SourceResult result;
    private @Nullable StackTraceElement callSite;
    private @Nullable GeneratedKeys keys;

    private Builder(StatementText statement, Call call) {
      this.statement = statement;
      this.call = call;
    }

    /** The list is kept, not copied. */
    public Builder rows(List<Parameter[]> rows) {
      this.rows = rows;
      return this;
    }

    /** The list is kept, not copied. */
    public Builder batchSql(List<String> batchSql) {
      this.batchSql = batchSql;
      return this;
    }

    public Builder options(StatementOptions set) {
      this.options = set;
      return this;
    }

    /** The list is kept, not copied. */
    public Builder outParameters(List<OutParameter> registered) {
      this.outParameters = registered;
      return this;
    }

    /** The list is kept, not copied. */
    public Builder copyData(List<byte[]> chunks) {
      this.copyData = chunks;
      return this;
    }

    public Builder transactionControl(boolean control) {
      this.transactionControl = control;
      return this;
    }

    public Builder sourceNanos(long nanos) {
      this.sourceNanos = nanos;
      return this;
    }

    public Builder changeNumber(long number) {
      this.changeNumber = number;
      return this;
    }

    public Builder startNanos(long nanos) {
      this.startNanos = nanos;
      return this;
    }

    public Builder result(@Nullable SourceResult recorded) {
      this.result = recorded;
      return this;
    }

    public Builder callSite(@Nullable StackTraceElement frame) {
      this.callSite = frame;
      return this;
    }

    public Builder keys(@Nullable GeneratedKeys recorded) {
      this.keys = recorded;
      return this;
    }

    public Request build() {
      return new Request(this);
    }
  }

  /** The form only: SQL may hold literals, which are secrets. */
  @Override
  public @Nullable String toString() {
    return call + " of a " + statement.form() + " statement";
  }
}
