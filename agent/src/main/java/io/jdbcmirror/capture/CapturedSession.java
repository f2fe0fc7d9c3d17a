package io.jdbcmirror.capture;

import io.jdbcmirror.capture.SqlTraits.Kind;
import io.jdbcmirror.traffic.GeneratedKeys;
import io.jdbcmirror.traffic.Missed;
import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.SessionChange.Attribute;
import io.jdbcmirror.traffic.StatementText;
import org.jspecify.annotations.Nullable;

/**
 * The state that hangs on one of the driver's connections: follows its transactions through the
 * application's calls, each of which it is told before and after.
 *
 * <p>Several threads may use a connection: the lock guards the agent's own bookkeeping and is never
 * held during a call of the driver or the application.
 */
final class CapturedSession extends DriverState {
  private final CaptureLimits limits;
  private final SessionTraffic traffic;
  private final SourceVendor vendor;
  private final SqlClassifier classifier;
  private final WaitingBytes waitingBytes;
  private final OpenTransaction transaction;
  private final CommitMode mode = new CommitMode();
  private final BranchEffects branches;
  private final RequestEffects effects;
  private final ConnectionEffects connection;
  private final HeldStatements held = new HeldStatements();
  private volatile boolean off;
  private boolean ended;
  private long requests;
  private final ExecuteCall passed = new ExecuteCall(null);
  private @Nullable CopyRecording copy;

  /**
   * @param savesItself as {@link RequestEffects} wants to know it
   */
  CapturedSession(
      CaptureLimits limits,
      SessionTraffic traffic,
      SourceVendor vendor,
      boolean savesItself,
      PreparedBranches prepared) {
    this.limits = limits;
    this.traffic = traffic;
    this.vendor = vendor;
    this.classifier = SqlClassifier.of(vendor);
    this.waitingBytes = limits.newWaitingBytes();
    this.transaction = new OpenTransaction(limits, traffic, vendor);
    this.branches = new BranchEffects(transaction, mode, vendor, prepared);
    this.effects = new RequestEffects(transaction, mode, vendor, savesItself, branches);
    this.connection = new ConnectionEffects(transaction, mode, vendor, branches, effects);
  }

  boolean isSampled() {
    return transaction.isSampled();
  }

  /** Counts how often this session has gone from sampled to unsampled. */
  long epoch() {
    return transaction.epoch();
  }

  SqlTraits classify(@Nullable String sql) {
    return sql == null ? SqlTraits.ORDINARY : classifier.classify(sql);
  }

  KeyForm keyForm(StatementText text) {
    return KeyForm.of(text, vendor);
  }

  int countPlaceholders(@Nullable String sql) {
    return sql == null ? 0 : classifier.countPlaceholders(sql);
  }

  /** Since when all bindings of a statement on which nothing is bound are seen. */
  long seenSince() {
    return isSampled() ? epoch() : ParameterSlots.NEVER;
  }

  /**
   * For a new statement.
   *
   * @param seenSince as {@link ParameterSlots} wants it
   */
  ParameterSlots newParameters(long seenSince) {
    return new ParameterSlots(seenSince, waitingBytes);
  }

  /** A statement that may change tables is not mirrored, since it is not sampled. */
  void missed(String sql) {
    traffic.missed(sql, Missed.UNSAMPLED);
  }

  StatementResults newResults() {
    return new StatementResults(this, limits.compareResults());
  }

  Recording newRecording(boolean ofText, long maxBytes) {
    return new Recording(ofText, waitingBytes, maxBytes);
  }

  BatchRows newBatch() {
    return limits.newBatch(waitingBytes);
  }

  /**
   * The database that a table is in whose name says nothing else, as MySQL and MariaDB have it;
   * null where it is not known.
   */
  synchronized @Nullable String homeDatabase() {
    boolean moved =
        transaction.preamble().has(Attribute.CATALOG.name()) || transaction.preamble().has("USE");
    return vendor.isMySqlLike() && !moved ? traffic.database() : null;
  }

  /** Something is bound or batched on it from now on. */
  void holds(StatementCapture statement) {
    held.add(statement);
  }

  void holdsNoMore(StatementCapture statement) {
    held.remove(statement);
  }

  /** Requests seen on this session so far. */
  synchronized long requests() {
    return requests;
  }

  synchronized ExecuteCall beginExecute(
      StatementCapture statement, Call call, @Nullable String sql, @Nullable Object keys) {
    traffic.goOn();
    opened();
    ExecuteCall begun = statement.begin(call, sql, keys);
    if (off) {
      return begun;
    }
    if (begun.traits().kind() == Kind.COMMIT) {
      transaction.add(begun);
      transaction.beginCommit();
    }
    BranchStep step = begun.traits().branch();
    if (step != null) {
      branches.begin(begun, step);
    }
    begun.start();
    return begun;
  }

  /**
   * Whether of an ordinary request nothing is wanted but that it is counted. Without the lock:
   * where threads share a connection the answer may be late by a call.
   */
  boolean passes() {
    return !off && !isSampled() && !traffic.awaitsKeys();
  }

  /**
   * Counts such a request, if it was a transaction by itself, and rolls for the next one.
   *
   * @return false if nothing was done, since it is part of a transaction
   */
  boolean countPassing() {
    if (mode.inTransaction()) {
      return false;
    }
    if (traffic.passed()) {
      chosen();
    }
    return true;
  }

  private synchronized void chosen() {
    if (!off && !mode.inTransaction()) {
      transaction.chosen();
    }
  }

  /** Such a request has failed, or is part of a transaction. */
  synchronized void endPassing(Call call, SqlTraits traits, @Nullable Throwable thrown) {
    opened();
    endExecute(passed.begin(call, traits, null), thrown);
  }

  synchronized void endExecute(ExecuteCall call, @Nullable Throwable thrown) {
    if (!off) { // else it has come to its end with all that was open, or as it was opened
      if (thrown == null) {
        effects.succeeded(call);
      } else {
        effects.failed(call, thrown);
      }
      endAutoCommit(call.endNanos());
    }
    call.over();
  }

  /** The application has read the keys of an insert, or it cannot any more. */
  synchronized void keysRead(GeneratedKeys keys) {
    traffic.keysRead(keys);
  }

  /** A COPY goes on until its operation has ended; a connection has one at a time. */
  synchronized CopyRecording beginCopy(ExecuteCall call) {
    CopyRecording begun = new CopyRecording(this, call, limits.newCopyData(waitingBytes));
    copy = begun;
    return begun;
  }

  synchronized void endCopy(ExecuteCall call, @Nullable Throwable thrown) {
    copy = null;
    endExecute(call, thrown);
  }

  /** Work has passed the statements by: a request of which nothing is known. */
  synchronized void bypassed() {
    traffic.goOn();
    opened();
    if (!off) {
      transaction.addUnknown();
      endAutoCommit(0); // of a request that is not known nothing is mirrored
    }
  }

  /** A request was made whose end will be told, or for all as the session is switched off. */
  synchronized void opened() {
    requests++;
    traffic.opened();
    if (off) {
      traffic.endApart();
    }
  }

  private void endAutoCommit(long nowNanos) {
    if (!mode.inTransaction()) {
      transaction.commitAtOnce(true, nowNanos);
    }
  }

  /** A call that may commit is about to be made. */
  synchronized void beforeConnectionCall(ConnectionCall call) {
    if (call.mayEndTransaction()) {
      traffic.goOn();
    }
    if (!off) {
      connection.before(call);
    }
  }

  synchronized void afterConnectionCall(
      ConnectionCall call, @Nullable Object returned, @Nullable Throwable thrown) {
    if (off) {
      return;
    }
    boolean closed = thrown == null && call.endsSession();
    if (closed && copy != null) {
      copy.abandon();
    }
    if (thrown == null) {
      connection.returned(call, returned);
    } else {
      connection.failed(call, thrown);
    }
    if (closed) {
      close();
    }
  }

  private void close() {
    waitingBytes.close();
    traffic.close();
  }

  /**
   * Faults of the agent's own have left it uncertain what this session does, or capture is switched
   * off altogether. All that is open ends here, whatever has become of it inside the agent, and
   * nothing is held any more; later requests are only counted.
   */
  synchronized void switchOff() {
    if (ended) {
      return;
    }
    off = true;
    CopyRecording copying = copy;
    if (copying != null) {
      copying.abandon();
    }
    traffic.goOn();
    branches.switchOff();
    transaction.switchOff();
    held.releaseAll();
    close();
    ended = true;
  }

  boolean isOff() {
    return off;
  }
}
