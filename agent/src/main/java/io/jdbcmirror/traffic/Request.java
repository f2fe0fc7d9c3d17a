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

  /** What few requests have: apart, since there are many requests. */
  private static final class Rare {
    static final Rare NONE = new Rare(new Builder());

    private final List<String> batchSql;
    private final List<byte[]> copyData;
    private final List<OutParameter> outParameters;
    private final long changeNumber;
    private final @Nullable GeneratedKeys keys;
    private final @Nullable StackTraceElement callSite;
    private final @Nullable SourceError sourceError;

    private Rare(Builder builder) {
      this.batchSql = builder.batchSql;
      this.copyData = builder.copyData;
      this.outParameters = builder.outParameters;
      this.changeNumber = builder.changeNumber;
      this.keys = builder.keys;
      this.callSite = builder.callSite;
      this.sourceError = builder.sourceError;
    }
  }

  private final StatementText statement;
  private final Call call;
  private final List<Parameter[]> rows;
  private final StatementOptions options;
  private final boolean transactionControl;
  private final long sourceNanos;
  private final long startNanos;
  private final @Nullable SourceResult result;
  private final Rare rare;
  private List<SessionChange> changesBefore = java.util.Collections.emptyList();

  private Request(StatementText statement, Call call, Builder builder) {
    this.statement = statement;
    this.call = call;
    this.rows = builder.rows;
    this.options = builder.options;
    this.transactionControl = builder.transactionControl;
    this.sourceNanos = builder.sourceNanos;
    this.startNanos = builder.startNanos;
    this.result = builder.result;
    this.rare = builder.hasRare ? new Rare(builder) : Rare.NONE;
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
    return rare.batchSql;
  }

  /** What the application had set on its statement. */
  public StatementOptions options() {
    return options;
  }

  /** What is registered on a callable statement. The list must not be changed. */
  public List<OutParameter> outParameters() {
    return rare.outParameters;
  }

  /** What a COPY_IN has sent, in order; the arrays must not be changed. Empty for all else. */
  public List<byte[]> copyData() {
    return rare.copyData;
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
    return rare.callSite;
  }

  /** How it has failed on the source: null for one that has not. */
  public @Nullable SourceError sourceError() {
    return rare.sourceError;
  }

  /** Number of the {@link SessionChange} this request is, 0 if none. */
  public long changeNumber() {
    return rare.changeNumber;
  }

  /** Where an insert has asked for the keys it generates: what was read of them. Else null. */
  public @Nullable GeneratedKeys keys() {
    return rare.keys;
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
    return new Builder().begin(statement, call);
  }

  /** Makes one request after the other. Not thread-safe. */
  public static final class Builder {
    private @Nullable StatementText statement;
    private Call call = Call.EXECUTE;
    private List<Parameter[]> rows = java.util.Collections.emptyList();
    private StatementOptions options = StatementOptions.NONE;
    private boolean transactionControl;
    private long sourceNanos;
    private long startNanos;
    private @Nullable SourceResult result;
    private boolean hasRare;
    private List<String> batchSql = java.util.Collections.emptyList();
    private List<byte[]> copyData = java.util.Collections.emptyList();
    private List<OutParameter> outParameters = java.util.Collections.emptyList();
    private long changeNumber;
    private @Nullable StackTraceElement callSite;
    private @Nullable GeneratedKeys keys;
    private @Nullable SourceError sourceError;

    /** Forgets all of the last one. */
    public Builder begin(StatementText text, Call how) {
      clear();
      statement = text;
      call = how;
      return this;
    }

    private void clear() {
      statement = null;
      rows = java.util.Collections.emptyList();
      options = StatementOptions.NONE;
      result = null;
      if (hasRare) {
        hasRare = false;
        batchSql = java.util.Collections.emptyList();
        copyData = java.util.Collections.emptyList();
        outParameters = java.util.Collections.emptyList();
        changeNumber = 0;
        callSite = null;
        keys = null;
        sourceError = null;
      }
    }

    /** The list is kept, not copied. */
    public Builder rows(List<Parameter[]> rows) {
      this.rows = rows;
      return this;
    }

    /** The list is kept, not copied. */
    public Builder batchSql(List<String> batchSql) {
      this.batchSql = batchSql;
      hasRare |= !batchSql.isEmpty();
      return this;
    }

    public Builder options(StatementOptions set) {
      this.options = set;
      return this;
    }

    /** The list is kept, not copied. */
    public Builder outParameters(List<OutParameter> registered) {
      this.outParameters = registered;
      hasRare |= !registered.isEmpty();
      return this;
    }

    /** The list is kept, not copied. */
    public Builder copyData(List<byte[]> chunks) {
      this.copyData = chunks;
      hasRare |= !chunks.isEmpty();
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
      hasRare |= number != 0;
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
      hasRare |= frame != null;
      return this;
    }

    public Builder sourceError(@Nullable SourceError error) {
      this.sourceError = error;
      hasRare |= error != null;
      return this;
    }

    public Builder keys(@Nullable GeneratedKeys recorded) {
      this.keys = recorded;
      hasRare |= recorded != null;
      return this;
    }

    /**
     * Makes the request and forgets it.
     *
     * @throws IllegalStateException if none was begun
     */
    public Request build() {
      StatementText text = statement;
      if (text == null) {
        throw new IllegalStateException("no request was begun");
      }
      Request built = new Request(text, call, this);
      clear();
      return built;
    }
  }

  /** The form only: SQL may hold literals, which are secrets. */
  @Override
  public @Nullable String toString() {
    return call + " of a " + statement.form() + " statement";
  }
}
