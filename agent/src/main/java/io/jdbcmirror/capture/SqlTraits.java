package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/** What capture must know of a statement's text. Immutable. */
final class SqlTraits {
  /** What a statement does to transaction and session, besides its work on tables. */
  enum Kind {
    ORDINARY,
    DDL,
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    ROLLBACK_TO,
    RELEASE,
    /** Outlives its transaction: part of the session's preamble. */
    SESSION_CHANGE,
    /** {@code SET AUTOCOMMIT}; the key is {@link #ON} or {@link #OFF}. */
    AUTO_COMMIT,
    /** Takes every session change back. */
    SESSION_RESET,
    /** May drop a temporary table of the session. */
    DROP_TABLE,
    /** On the list of what is never mirrored. */
    NEVER_MIRRORED,
    /** Several statements in one string that cannot be told apart in their effects. */
    UNSUPPORTED
  }

  static final String IN_TRANSACTION = "in transaction";
  static final String ENDED = "ended";
  static final String ON = "on";
  static final String OFF = "off";
  static final SqlTraits ORDINARY = of(Kind.ORDINARY);

  /** An ordinary one that changes no table, unless by functions it calls. */
  static final SqlTraits READING = new SqlTraits(Kind.ORDINARY, "", false, null);

  static final SqlTraits NEVER_MIRRORED = of(Kind.NEVER_MIRRORED);
  static final SqlTraits UNSUPPORTED = of(Kind.UNSUPPORTED);

  private final Kind kind;
  private final String key;
  private final boolean commits;
  private final @Nullable BranchStep branch;

  private SqlTraits(Kind kind, String key, boolean commits, @Nullable BranchStep branch) {
    this.kind = kind;
    this.key = key;
    this.commits = commits;
    this.branch = branch;
  }

  static SqlTraits of(Kind kind) {
    return of(kind, "");
  }

  static SqlTraits of(Kind kind, String key) {
    return new SqlTraits(kind, key, false, null);
  }

  /** A step of two-phase commit, which no mirror takes itself. */
  static SqlTraits of(BranchStep branch) {
    return new SqlTraits(Kind.NEVER_MIRRORED, "", false, branch);
  }

  SqlTraits committing(boolean itDoes) {
    return itDoes == commits ? this : new SqlTraits(kind, key, itDoes, branch);
  }

  Kind kind() {
    return kind;
  }

  /**
   * Name of a savepoint or temporary table, or what a session change changes: changes with one key
   * replace each other. For COMMIT, ROLLBACK and UNSUPPORTED: {@link #IN_TRANSACTION} if a
   * transaction is open afterwards; for UNSUPPORTED {@link #ENDED} if one has ended.
   */
  String key() {
    return key;
  }

  /** Whether it commits what came before it, and itself, though it is no COMMIT. */
  boolean commits() {
    return commits;
  }

  /** The step of two-phase commit it is; null for anything else. */
  @Nullable BranchStep branch() {
    return branch;
  }

  boolean leavesTransactionOpen() {
    return key.equals(IN_TRANSACTION);
  }

  boolean isTransactionControl() {
    switch (kind) {
      case BEGIN:
      case COMMIT:
      case ROLLBACK:
      case SAVEPOINT:
      case ROLLBACK_TO:
      case RELEASE:
      case AUTO_COMMIT:
        return true;
      default:
        return false;
    }
  }

  /** Whether it may change tables. */
  boolean mayWrite() {
    switch (kind) {
      case ORDINARY:
      case DDL:
      case DROP_TABLE:
      case UNSUPPORTED:
        return this != READING;
      default:
        return false;
    }
  }

  boolean changesSession() {
    return kind == Kind.SESSION_CHANGE || kind == Kind.SESSION_RESET || kind == Kind.DROP_TABLE;
  }
}
