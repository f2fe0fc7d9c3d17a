package io.jdbcmirror.capture;

import io.jdbcmirror.capture.SqlTraits.Kind;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SessionChange;
import java.sql.BatchUpdateException;
import java.util.List;

/**
 * What an executed request does to the session's transaction, told from its text and from how its
 * call ended. Not thread-safe: guarded by its session.
 */
final class RequestEffects {
  private final OpenTransaction transaction;
  private final CommitMode mode;
  private final SourceVendor vendor;
  private final boolean savesItself;
  private final BranchEffects branches;

  /**
   * @param savesItself the driver takes a savepoint before each statement (pgjdbc's {@code
   *     autosave}), so that an error does not doom the transaction
   */
  RequestEffects(
      OpenTransaction transaction,
      CommitMode mode,
      SourceVendor vendor,
      boolean savesItself,
      BranchEffects branches) {
    this.transaction = transaction;
    this.mode = mode;
    this.vendor = vendor;
    this.savesItself = savesItself;
    this.branches = branches;
  }

  void succeeded(ExecuteCall call) {
    SqlTraits traits = call.traits();
    switch (traits.kind()) {
      case ORDINARY:
        transaction.add(call);
        break;
      case DDL:
        dataDefined(call);
        break;
      case SESSION_CHANGE:
      case SESSION_RESET:
      case DROP_TABLE:
        sessionChanged(call);
        break;
      case NEVER_MIRRORED:
        transaction.endApart(Outcome.FILTERED);
        if (traits.branch() != null) {
          branches.succeeded(call, traits.branch());
        }
        break;
      case UNSUPPORTED:
        transaction.taint(Outcome.UNSUPPORTED);
        transaction.add(call);
        unsupportedControl(traits);
        break;
      default:
        controlled(call);
        break;
    }
  }

  /** {@code BEGIN}, {@code COMMIT} and their kin, sent as SQL, have been executed. */
  private void controlled(ExecuteCall call) {
    SqlTraits traits = call.traits();
    if (traits.kind() == Kind.COMMIT) {
      transaction.committed(); // added and placed before it was executed
      branches.sessionEnded(true);
      mode.ended(traits.leavesTransactionOpen());
      return;
    }
    if (traits.kind() == Kind.BEGIN && mode.inTransaction() && vendor.beginCommits()) {
      transaction.commitAtOnce(false, System.nanoTime());
    }
    if (traits.kind() == Kind.ROLLBACK_TO) {
      transaction.rollBackTo(null, traits.key());
    }
    transaction.add(call);
    switch (traits.kind()) {
      case BEGIN:
        mode.begin();
        break;
      case ROLLBACK:
        transaction.rolledBack();
        branches.sessionEnded(false);
        mode.ended(traits.leavesTransactionOpen());
        break;
      case SAVEPOINT:
        transaction.setSavepoint(null, traits.key());
        break;
      case RELEASE:
        transaction.releaseSavepoint(null, traits.key());
        break;
      case AUTO_COMMIT:
        autoCommitSet(traits.key().equals(SqlTraits.ON));
        break;
      default:
        break;
    }
  }

  /** Switching autocommit on commits what is open. */
  void autoCommitSet(boolean on) {
    if (on && !mode.isAutoCommit()) {
      transaction.committed();
      branches.sessionEnded(true);
    }
    mode.setAutoCommit(on);
  }

  private void unsupportedControl(SqlTraits traits) {
    if (traits.leavesTransactionOpen()) {
      mode.begin();
    } else if (traits.key().equals(SqlTraits.ENDED)) {
      mode.ended(false);
    }
  }

  /** On some vendors it has committed what came before it, and then itself. */
  private void dataDefined(ExecuteCall call) {
    boolean commits = commitsOthers(call);
    if (commits) {
      transaction.commitAtOnce(false, System.nanoTime());
    }
    transaction.add(call);
    if (commits) {
      committedItself();
    }
  }

  /** Whether it is a statement that commits by itself, inside a transaction. */
  private boolean commitsOthers(ExecuteCall call) {
    return mode.inTransaction() && call.traits().commits();
  }

  private void committedItself() {
    transaction.commitAtOnce(true, System.nanoTime());
    if (vendor.ddlEndsBegun()) {
      mode.ended(false);
    }
  }

  private void sessionChanged(ExecuteCall call) {
    SqlTraits traits = call.traits();
    Preamble preamble = transaction.preamble();
    if (traits.kind() == Kind.DROP_TABLE && !preamble.has(traits.key())) {
      dataDefined(call);
      return;
    }
    if (vendor.convertsWithTimeZone() && traits.key().startsWith("SET TIME")) {
      transaction.forgetBindings();
    }
    boolean commits = commitsOthers(call);
    if (commits) {
      transaction.commitAtOnce(false, System.nanoTime());
    }
    List<SessionChange> before = preamble.changes();
    Request request = call.toRequest(preamble.nextNumber());
    if (request != null && call.taint() == null) {
      keep(preamble, traits, request);
    }
    transaction.add(call, request, before);
    if (commits) {
      committedItself();
    }
  }

  private static void keep(Preamble preamble, SqlTraits traits, Request request) {
    switch (traits.kind()) {
      case SESSION_RESET:
        preamble.reset(request);
        break;
      case DROP_TABLE:
        preamble.undo(traits.key(), request);
        break;
      default:
        preamble.statement(traits.key(), request);
        break;
    }
  }

  void failed(ExecuteCall call, Throwable thrown) {
    Kind kind = call.traits().kind();
    if (RefusedResult.isExecuted(vendor, call.call(), thrown)) {
      call.takeAnyResult();
      succeeded(call);
      return;
    }
    if (kind == Kind.COMMIT) {
      branches.ownCommitFailed(thrown);
      return;
    }
    if (CommitFailure.isOfTheJvm(thrown)) {
      transaction.taint(Outcome.COMMIT_UNKNOWN); // the server may have done it
      transaction.add(call);
    } else if (call.call().isBatch() && (call.entries() > 0 || call.taint() != null)) {
      batchFailed(call, thrown);
    } else {
      transaction.failed(call, thrown);
    }
    BranchStep branch = call.traits().branch();
    if (branch != null) {
      branches.failed(call, branch, thrown);
    }
    if (mode.inTransaction() && abortsTransaction(thrown)) {
      transaction.abort();
    }
    if (commitsOthers(call) && !mode.inBranch()) {
      transaction.commitIsUncertain();
    }
  }

  private boolean abortsTransaction(Throwable thrown) {
    return vendor.errorAbortsTransaction() && !savesItself && PostgresError.isFromServer(thrown);
  }

  private boolean hidesCounts(ExecuteCall call) {
    return vendor.hidesBatchCounts() && call.hasRows();
  }

  /** Entries that took effect are mirrored; where the driver does not tell which, none can be. */
  private void batchFailed(ExecuteCall call, Throwable thrown) {
    if (call.taint() != null) {
      transaction.add(call); // its entries are not known, and some may have taken effect
      return;
    }
    if (!(thrown instanceof BatchUpdateException) || hidesCounts(call)) {
      transaction.taint(Outcome.UNSUPPORTED);
      transaction.add(call);
      return;
    }
    List<Integer> inEffect =
        FailedBatch.entriesInEffect((BatchUpdateException) thrown, call.entries());
    if (inEffect.isEmpty()) {
      transaction.endApart(Outcome.SOURCE_ERROR);
    } else {
      call.keepOnly(inEffect);
      transaction.add(call);
    }
  }
}
