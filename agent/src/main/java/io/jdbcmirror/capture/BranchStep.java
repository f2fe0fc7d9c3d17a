package io.jdbcmirror.capture;

/**
 * A step of two-phase commit that a statement takes with one branch of a distributed transaction.
 * Immutable.
 */
final class BranchStep {
  /** What it does. */
  enum Step {
    /** MySQL and MariaDB: the session works on the branch from now on. */
    START,
    /** The session's transaction becomes the server's, to be ended under its name. */
    PREPARE,
    /** What was prepared is committed, by whatever session. */
    COMMIT,
    /** MySQL and MariaDB: the session's own branch is committed without having been prepared. */
    COMMIT_ONE_PHASE,
    /** What was prepared, or on MySQL and MariaDB the session's own branch, is rolled back. */
    ROLLBACK,
    /** Nothing that concerns a mirror. */
    NONE
  }

  private final Step step;
  private final String branch;

  BranchStep(Step step, String branch) {
    this.step = step;
    this.branch = branch;
  }

  Step step() {
    return step;
  }

  /** The branch's name, in the one spelling in which names are compared. */
  String branch() {
    return branch;
  }

  /** Whether the session's own transaction is not open any more afterwards. */
  boolean endsTransaction() {
    return step == Step.PREPARE || step == Step.COMMIT_ONE_PHASE || step == Step.ROLLBACK;
  }
}
