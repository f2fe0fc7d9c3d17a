package io.jdbcmirror.target;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The sequence that one target session has set back for an insert, and what it is to be set to
 * again: whoever inserts next with a key of the target's own must not meet one that is taken. Not
 * thread-safe.
 */
final class OwedSequences {
  private @Nullable KeyGenerator generator;
  private @Nullable SequenceGuard guard;

  /**
   * @param next what the sequence would have handed out
   */
  void add(KeyGenerator aimed, SequenceGuard shared, long next) {
    generator = aimed;
    guard = shared;
    shared.owe(next);
  }

  /** The insert has failed, and what it has set stands. */
  void settle() throws SQLException {
    settle(true);
  }

  /**
   * @param low whether the sequence is lower now than it was
   */
  void settle(boolean low) throws SQLException {
    KeyGenerator aimed = generator;
    SequenceGuard shared = guard;
    if (aimed == null || shared == null) {
      return;
    }
    if (low) {
      aimed.restore(shared.owed());
    }
    shared.settled();
    generator = null;
    guard = null;
  }
}
