package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of two-phase commit do to the session's transaction and to prepared branches.
 * Nothing is ever prepared on the target: a branch is applied when the source has committed it.
 *
 * <p>Not thread-safe: guarded by its session.
 */
final class BranchEffects {
  private final OpenTransaction transaction;
  private final CommitMode mode;
  private final SourceVendor vendor;
  private final PreparedBranches branches;
  private @Nullable String lastPrepared;
  private @Nullable PreparedBranch committing;

  BranchEffects(
      OpenTransaction transaction,
      CommitMode mode,
      SourceVendor vendor,
      PreparedBranches branches) {
    this.transaction = transaction;
    this.mode = mode;
    this.vendor = vendor;
    this.branches = branches;
  }

  /** The step is about to be taken: a branch takes its place in the queue before its commit. */
  void begin(ExecuteCall call, BranchStep step) {
    switch (step.step()) {
      case COMMIT:
        PreparedBranch branch = branches.take(step.branch());
        if (branch != null) {
          committing = branch;
          transaction.beginCommit(branch, branches);
          call.commits(branch);
        }
        break;
      case COMMIT_ONE_PHASE:
        transaction.beginCommit();
        break;
      default:
        break;
    }
  }

  void succeeded(ExecuteCall call, BranchStep step) {
    switch (step.step()) {
      case START:
        mode.beginBranch();
        break;
      case PREPARE:
        transaction.prepared(step.branch(), branches);
        lastPrepared = step.branch();
        mode.ended(false);
        break;
      case COMMIT:
        PreparedBranch committed = call.branch();
        if (committed != null) {
          committed.committed();
          committing = null;
        }
        break;
      case COMMIT_ONE_PHASE:
        transaction.committed();
        mode.ended(false);
        break;
      case ROLLBACK:
        rolledBack(step.branch());
        break;
      default:
        break;
    }
  }

  private void rolledBack(String name) {
    PreparedBranch prepared = branches.take(name);
    if (prepared != null) {
      prepared.ended(Outcome.ROLLED_BACK);
    } else if (mode.inBranch()) {
      transaction.rolledBack();
      mode.ended(false);
    }
  }

  void failed(ExecuteCall call, BranchStep step, Throwable thrown) {
    switch (step.step()) {
      case PREPARE:
        prepareFailed(thrown);
        break;
      case COMMIT:
        PreparedBranch branch = call.branch();
        if (branch != null) {
          commitFailed(branch, thrown);
          committing = null;
        }
        break;
      case COMMIT_ONE_PHASE:
        ownCommitFailed(thrown);
        break;
      case ROLLBACK:
        PreparedBranch unknown =
            BranchFailure.isUnknownBranch(thrown) ? branches.take(step.branch()) : null;
        if (unknown != null) {
          unknown.ended(Outcome.COMMIT_UNKNOWN);
        }
        break;
      default:
        break;
    }
  }

  /** A commit of the session's own transaction has thrown, whatever call it was. */
  void ownCommitFailed(Throwable thrown) {
    if (CommitFailure.isRefused(thrown)) {
      transaction.commitRefused();
    } else {
      transaction.commitFailed(thrown);
      mode.ended(false);
    }
  }

  /** On PostgreSQL a PREPARE that fails rolls back; elsewhere the transaction stays open. */
  private void prepareFailed(Throwable thrown) {
    boolean refused = BranchFailure.isRefusal(thrown);
    if (!refused) {
      ownCommitFailed(thrown);
    } else if (vendor.failedPrepareRollsBack() && !BranchFailure.isSyntaxError(thrown)) {
      transaction.rolledBack();
      mode.ended(false);
    }
  }

  /** Tried again, it may well succeed: a broken connection is what two phases are made for. */
  private void commitFailed(PreparedBranch branch, Throwable thrown) {
    if (BranchFailure.isUnknownBranch(thrown)) {
      branch.ended(Outcome.COMMIT_UNKNOWN);
    } else if (branch.takeBack()) {
      branches.park(branch);
    }
  }

  /** What nobody will tell the end of, with the session that would have. */
  void switchOff() {
    PreparedBranch begun = committing;
    committing = null;
    PreparedBranch kept =
        vendor.keepsPrepared() && lastPrepared != null ? branches.take(lastPrepared) : null;
    for (PreparedBranch each : new PreparedBranch[] {begun, kept}) {
      if (each != null) {
        each.ended(Outcome.SWITCHED_OFF);
      }
    }
  }

  /** A plain commit or rollback ends, on H2, also what the session has prepared. */
  void sessionEnded(boolean committed) {
    String name = lastPrepared;
    lastPrepared = null;
    PreparedBranch branch = vendor.keepsPrepared() && name != null ? branches.take(name) : null;
    if (branch == null) {
      return;
    }
    if (committed) {
      transaction.beginCommit(branch, branches);
      branch.committed();
    } else {
      branch.ended(Outcome.ROLLED_BACK);
    }
  }
}
