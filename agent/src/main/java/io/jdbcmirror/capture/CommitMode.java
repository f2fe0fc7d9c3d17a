package io.jdbcmirror.capture;

/**
 * Whether a session is inside a transaction: autocommit is off, or a {@code BEGIN} was sent as SQL.
 * Not thread-safe: guarded by its session.
 */
final class CommitMode {
  private boolean autoCommit = true;
  private boolean begunBySql;
  private boolean inBranch;

  boolean isAutoCommit() {
    return autoCommit;
  }

  boolean inTransaction() {
    return !autoCommit || begunBySql;
  }

  void setAutoCommit(boolean on) {
    autoCommit = on;
  }

  /** {@code BEGIN}: with autocommit off a transaction is open anyway. */
  void begin() {
    begunBySql |= autoCommit;
  }

  /** {@code XA START}: until the branch is prepared or ended, whatever autocommit says. */
  void beginBranch() {
    begunBySql = true;
    inBranch = true;
  }

  boolean inBranch() {
    return inBranch;
  }

  /**
   * A transaction has ended.
   *
   * @param open whether the statement that ended it has begun another
   */
  void ended(boolean open) {
    begunBySql = open;
    inBranch = false;
  }

  /**
   * The driver's own word, where a URL or a server setting has made it start without autocommit.
   */
  void learn(boolean on) {
    if (!begunBySql) {
      autoCommit = on;
    }
  }
}
