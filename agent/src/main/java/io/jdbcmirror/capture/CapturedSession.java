package io.jdbcmirror.capture;

import io.jdbcmirror.capture.SqlTraits.Kind;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.GeneratedKeys;
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
final class CapturedSession {
  private final CaptureLimits limits;
  private final SessionTraffic traffic;
  private final SourceVendor vendor;
  private final SqlClassifier classifier;
  private final WaitingBytes waitingBytes;
  private final OpenTransaction transaction;
  private final CommitMode mode = new CommitMode();
  private final BranchEffects branches;
  private final RequestEffects effects;
  private long requests;
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
    this.classifier = new SqlClassifier(vendor);
    this.waitingBytes = limits.newWaitingBytes();
    this.transaction = new OpenTransaction(limits, traffic, vendor);
    this.branches = new BranchEffects(transaction, mode, vendor, prepared);
    this.effects = new RequestEffects(transaction, mode, vendor, savesItself, branches);
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

  /** Requests seen on this session so far. */
  synchronized long requests() {
    return requests;
  }

  synchronized ExecuteCall beginExecute(
      StatementCapture statement, Call call, @Nullable String sql, @Nullable Object keys) {
    traffic.goOn();
    ExecuteCall begun = statement.begin(call, sql, keys);
    opened();
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

  synchronized void endExecute(ExecuteCall call, @Nullable Throwable thrown) {
    if (thrown == null) {
      effects.succeeded(call);
    } else {
      effects.failed(call, thrown);
    }
    endAutoCommit();
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

  /** A fault of the agent's own: a transaction that was not followed is not mirrored in part. */
  synchronized void distrust() {
    transaction.taint(Outcome.UNSUPPORTED);
  }

  /** Work has passed the statements by: a request of which nothing is known. */
  synchronized void bypassed() {
    traffic.goOn();
    opened();
    transaction.addUnknown();
    endAutoCommit();
  }

  private void opened() {
    requests++;
    traffic.opened();
  }

  private void endAutoCommit() {
    if (!mode.inTransaction()) {
      transaction.commitAtOnce(true);
    }
  }

  /** A call that may commit is about to be made. */
  synchronized void beforeConnectionCall(ConnectionCall call) {
    if (call.mayEndTransaction()) {
      traffic.goOn();
    }
    if (call.is("commit") || isCommitByAutoCommit(call) || isCommitByClose(call)) {
      transaction.beginCommit();
    }
  }

  synchronized void afterConnectionCall(
      ConnectionCall call, @Nullable Object returned, @Nullable Throwable thrown) {
    if (thrown == null) {
      returned(call, returned);
    } else if (call.is("commit") || isCommitByAutoCommit(call) || isCommitByClose(call)) {
      branches.ownCommitFailed(thrown);
    } else if (call.is("rollback") && call.argument() == null && !CommitFailure.isRefused(thrown)) {
      transaction.rolledBack(); // the connection is broken: its server rolls back
    }
  }

  private boolean isCommitByAutoCommit(ConnectionCall call) {
    return call.is("setAutoCommit") && call.flag() && !mode.isAutoCommit();
  }

  private boolean isCommitByClose(ConnectionCall call) {
    return call.is("close") && vendor.closeCommits();
  }

  private void returned(ConnectionCall call, @Nullable Object returned) {
    switch (call.method()) {
      case "commit":
        transaction.committed();
        branches.sessionEnded(true);
        mode.ended(false);
        break;
      case "rollback":
        rolledBack(call.argument());
        break;
      case "setSavepoint":
        String name = call.argument() == null ? "" : call.argument().toString();
        transaction.setSavepoint(returned, name);
        break;
      case "releaseSavepoint":
        transaction.releaseSavepoint(call.argument(), "");
        break;
      case "setAutoCommit":
        effects.autoCommitSet(call.flag());
        break;
      case "getAutoCommit":
        learnAutoCommit(Boolean.TRUE.equals(returned));
        break;
      case "close":
      case "abort":
        closed();
        break;
      case "setClientInfo":
        call.clientInfo(transaction.preamble());
        break;
      default:
        attributeSet(call);
        break;
    }
  }

  private void rolledBack(@Nullable Object savepoint) {
    if (savepoint == null) {
      transaction.rolledBack();
      branches.sessionEnded(false);
      mode.ended(false);
    } else {
      transaction.rollBackTo(savepoint, "");
    }
  }

  private void learnAutoCommit(boolean on) {
    if (transaction.isEmpty()) {
      mode.learn(on);
    }
  }

  private void attributeSet(ConnectionCall call) {
    Attribute attribute = call.attribute();
    if (attribute == null) {
      return;
    }
    boolean commits = attribute == Attribute.ISOLATION && vendor.isolationCommits();
    if (commits && mode.inTransaction() && transaction.hasRequests()) {
      transaction.commitAtOnce(false);
    }
    transaction.preamble().attribute(attribute, call.argument());
  }

  private void closed() {
    if (copy != null) {
      copy.abandon();
    }
    if (vendor.closeCommits()) {
      transaction.committed();
    } else {
      transaction.rolledBack();
    }
    waitingBytes.close();
    traffic.close();
  }

  /** Capture is switched off. */
  synchronized void switchOff() {
    traffic.goOn();
    transaction.switchOff();
    waitingBytes.close();
    traffic.close();
  }
}
