package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.SessionChange.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * What a call on the connection does to the session's transaction, told from the call and from how
 * it ended. Not thread-safe: guarded by its session.
 */
final class ConnectionEffects {
  private final OpenTransaction transaction;
  private final CommitMode mode;
  private final SourceVendor vendor;
  private final BranchEffects branches;
  private final RequestEffects requests;

  ConnectionEffects(
      OpenTransaction transaction,
      CommitMode mode,
      SourceVendor vendor,
      BranchEffects branches,
      RequestEffects requests) {
    this.transaction = transaction;
    this.mode = mode;
    this.vendor = vendor;
    this.branches = branches;
    this.requests = requests;
  }

  /** A call that may commit is about to be made. */
  void before(ConnectionCall call) {
    if (mayCommit(call)) {
      transaction.beginCommit();
    }
  }

  private boolean mayCommit(ConnectionCall call) {
    boolean byAutoCommit = call.is("setAutoCommit") && call.flag() && !mode.isAutoCommit();
    boolean byClose = call.is("close") && vendor.closeCommits();
    return call.is("commit") || byAutoCommit || byClose;
  }

  void failed(ConnectionCall call, Throwable thrown) {
    if (mayCommit(call)) {
      branches.ownCommitFailed(thrown);
    } else if (call.is("rollback") && call.argument() == null && !CommitFailure.isRefused(thrown)) {
      transaction.rolledBack(); // the connection is broken: its server rolls back
    }
  }

  void returned(ConnectionCall call, @Nullable Object returned) {
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
        requests.autoCommitSet(call.flag());
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

  private void closed() {
    if (vendor.closeCommits()) {
      transaction.committed();
    } else {
      transaction.rolledBack();
    }
  }

  private void attributeSet(ConnectionCall call) {
    Attribute attribute = call.attribute();
    if (attribute == null) {
      return;
    }
    boolean commits = attribute == Attribute.ISOLATION && vendor.isolationCommits();
    if (commits && mode.inTransaction() && transaction.hasRequests()) {
      transaction.commitAtOnce(false, System.nanoTime());
    }
    transaction.preamble().attribute(attribute, call.argument());
  }
}
