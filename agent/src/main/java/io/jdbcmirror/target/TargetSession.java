package io.jdbcmirror.target;

import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection on the target, which follows one source session. Between two transactions nothing
 * is open on it. Belongs to one mirror thread.
 */
public final class TargetSession {
  private final Connection connection;
  private final CallWatch watch;
  private final Vendor source;
  private final Vendor vendor;
  private final RequestRunner runner;
  private final KeyedRequests requests;
  private final BatchRule rule;
  private final Preamble preamble;
  private final @Nullable HomeDatabase home;
  private final Trust trust = new Trust();
  private boolean autoCommit;
  private boolean readOnlyLifted;
  private long lastChange;

  TargetSession(
      Connection connection,
      TargetSettings settings,
      CallWatch watch,
      @Nullable HomeDatabase home,
      Vendor source,
      SequenceGuards guards) {
    this.connection = connection;
    this.watch = watch;
    this.home = home;
    this.source = source;
    this.vendor = Vendor.of(settings.url());
    this.runner =
        new RequestRunner(
            new StatementFactory(connection, vendor, watch, settings.statementTimeoutMillis()),
            new CopyRunner(connection));
    KeyGenerators generators = new KeyGenerators(connection, vendor, guards);
    this.rule = new BatchRule(connection, vendor, guards);
    this.requests = new KeyedRequests(runner, generators, guards, rule, source, vendor);
    this.preamble = new Preamble(connection, runner, home);
  }

  /** Brings the session up to date and begins the transaction. */
  public void begin(Transaction transaction) throws SQLException {
    begin(transaction, transaction.isAutoCommit() && !transaction.hasKeys());
  }

  /**
   * Begins one transaction for several of the source's that commit by themselves, and whose session
   * is in the same state.
   *
   * @param first of them
   */
  public void beginTogether(Transaction first) throws SQLException {
    begin(first, false);
  }

  private void begin(Transaction transaction, boolean byItself) throws SQLException {
    watch.enter(connection);
    try {
      liftReadOnly(false);
      preamble.run(transaction.preamble());
      noteChanges(transaction.preamble());
      autoCommit = byItself;
      Request begin = SqlBegin.of(transaction, source);
      liftReadOnly(begin != null || (transaction.isAutoCommit() && !autoCommit));
      connection.setAutoCommit(autoCommit);
      if (begin != null && SqlBegin.isRepeatable(begin, source, vendor)) {
        runner.run(begin);
      }
    } finally {
      watch.leave();
    }
  }

  /**
   * pgjdbc makes those transactions read-only that it begins itself: on a connection that was set
   * so, an insert with autocommit writes, and so does a transaction begun as SQL. The transaction
   * around it here must not keep it from that.
   */
  private void liftReadOnly(boolean lift) throws SQLException {
    if (lift != readOnlyLifted
        && vendor == Vendor.POSTGRESQL
        && (!lift || connection.isReadOnly())) {
      connection.setReadOnly(!lift);
      readOnlyLifted = lift;
    }
  }

  /** What a name means may depend on a session's settings. */
  private void noteChanges(List<SessionChange> changes) {
    long last = changes.isEmpty() ? 0 : changes.get(changes.size() - 1).number();
    if (last != lastChange) {
      lastChange = last;
      requests.namesChanged();
    }
  }

  /**
   * Whether the statement of the transaction that has begun commits by itself. One that is to get
   * given keys does not: it must be taken back if it has got others.
   */
  public boolean isAutoCommit() {
    return autoCommit;
  }

  /** What became of the last request's generated keys; null if it asked for none. */
  public @Nullable KeyResult keys() {
    return requests.result();
  }

  /**
   * @param answer takes down how long the database took, and what it answers
   */
  public void execute(Request request, TargetAnswer answer) throws SQLException {
    watch.enter(connection);
    try {
      preamble.runInPlace(request.changesBefore());
      requests.run(request, answer);
      if (home != null && request.changeNumber() != 0) {
        home.check();
      }
    } finally {
      watch.leave();
    }
  }

  /** Whether it is known that requests of this one's text may be sent in a batch. */
  public boolean takesBatch(Request request) {
    return rule.allows(request.statement().sql());
  }

  /**
   * The same, but the target is asked where it is not known. Not within a transaction.
   *
   * @return false also where it cannot be asked
   */
  public boolean asksForBatch(Request request) {
    watch.enter(connection);
    try {
      String sql = request.statement().sql();
      if (!rule.isKnown(sql)) {
        connection.setAutoCommit(true); // or the question would begin a transaction
        rule.ask(sql);
      }
      return rule.allows(sql);
    } catch (SQLException | RuntimeException | LinkageError e) {
      return false; // the request itself will show
    } finally {
      watch.leave();
    }
  }

  /** Whether a rollback takes back all that it does, within a transaction. */
  public boolean leavesNoTrace(Request request) {
    return request.changeNumber() == 0
        && request.changesBefore().isEmpty()
        && request.keys() == null
        && (StatementEffect.isPureRead(request) || takesBatch(request));
  }

  /**
   * Executes requests of one text as one batch, within a transaction.
   *
   * @param answers as many; they are told the rows changed, and no time
   */
  public void executeTogether(List<Request> together, List<TargetAnswer> answers)
      throws SQLException {
    watch.enter(connection);
    try {
      requests.runTogether(together, answers);
    } finally {
      watch.leave();
    }
  }

  /** Commits, where autocommit has not done so. */
  public void commit(Transaction transaction) throws SQLException {
    watch.enter(connection);
    try {
      if (!autoCommit) {
        connection.commit();
      }
    } finally {
      watch.leave();
    }
    preamble.committed(transaction);
    trust.heard();
  }

  /**
   * After an error: takes back what the transaction has done.
   *
   * @return false if the session's state is not known to be clean; it is then to be closed
   */
  public boolean rollback() {
    trust.doubt();
    watch.enter(connection);
    try {
      if (!connection.getAutoCommit()) { // it is on where the preamble failed
        connection.rollback();
        requests.rolledBack();
        connection.rollback(); // ends the transaction in which sequences were set right
      }
      if (home != null) {
        home.check();
      }
      return true;
    } catch (SQLException | RuntimeException | LinkageError e) {
      return false;
    } finally {
      watch.leave();
    }
  }

  /**
   * Whether it may be used without asking for a sign of life first: an autocommit statement sent
   * into a dead connection could not be repeated, and a failed one may leave a driver in a state in
   * which it takes no other.
   *
   * @param lostNanos when a connection to the target broke last, {@link System#nanoTime}
   */
  public boolean isTrusted(long nowNanos, long lostNanos) {
    return trust.holds(nowNanos, lostNanos);
  }

  /** Asks the server for a sign of life. */
  public boolean isAlive(int timeoutSeconds) {
    watch.enter(connection);
    try {
      return trust.ask(connection, timeoutSeconds);
    } finally {
      watch.leave();
    }
  }

  /** By the driver, by the watchdog, or here. */
  public boolean isClosed() {
    try {
      return connection.isClosed();
    } catch (SQLException | RuntimeException | LinkageError e) {
      return true;
    }
  }

  /** Its driver came with an application that has ended, and can load no further class. */
  public boolean isOrphaned() {
    return !LiveDrivers.isAlive(connection.getClass());
  }

  /** Never throws. */
  public void close() {
    watch.enter(connection);
    try {
      Jdbc.closeQuietly(connection);
    } finally {
      watch.leave();
    }
  }
}
