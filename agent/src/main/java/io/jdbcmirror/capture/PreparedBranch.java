package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.SessionChange;
import java.util.List;

/**
 * A transaction that the source has prepared: its requests are open until its branch is ended,
 * perhaps over another connection. Not thread-safe: whoever has it from {@link PreparedBranches}
 * has it alone.
 */
final class PreparedBranch {
  private final String name;
  private final TransactionDraft draft;
  private final SessionTraffic owner;
  private final List<SessionChange> preamble;
  private SessionTraffic way;

  /**
   * @param owner of the session that did the work
   * @param preamble the session's changes as they stood when the branch was prepared
   */
  PreparedBranch(
      String name, TransactionDraft draft, SessionTraffic owner, List<SessionChange> preamble) {
    this.name = name;
    this.draft = draft;
    this.owner = owner;
    this.preamble = preamble;
    this.way = owner.forBranch(owner.session());
  }

  String name() {
    return name;
  }

  long bytes() {
    return draft.bytes();
  }

  /**
   * Its commit begins: it takes its place in the queue. The session that did the work may have
   * changed since, and its target session with it (another schema, another time zone); then the
   * branch is applied on a target session of its own, which has only the changes of its time.
   *
   * @param committer of the session that commits; only for its own does it know the changes
   * @param now that session's changes
   */
  void beginCommit(SessionTraffic committer, List<SessionChange> now, PreparedBranches branches) {
    if (committer == owner && now == preamble) {
      way.place(draft);
      return;
    }
    Session alone = branches.newSession(owner.session().source());
    way = owner.forBranch(alone);
    way.place(draft);
    alone.close(); // once its only transaction is through, its connection is
  }

  void committed() {
    way.committed(draft, true);
  }

  /** It will not be committed, or nobody knows. */
  void ended(Outcome outcome) {
    way.notCommitted(draft, true, outcome);
  }

  /**
   * The commit that has begun was refused, or cut off: the branch may still be prepared.
   *
   * @return false if it has come to an end meanwhile
   */
  boolean takeBack() {
    return way.takeBack(draft);
  }
}
