package io.jdbcmirror.target;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What hands out the keys of one column on the target, and can be made to hand out a given one,
 * without a commit. Belongs to one target session.
 */
interface KeyGenerator {
  /** {@link #aim} where it is not known what would have come. */
  long UNKNOWN = Long.MIN_VALUE;

  KeyColumn column();

  /** Names what all sessions of the target share; null where it is the session's own. */
  @Nullable String shared();

  /** From one key to the next; 1 or more. */
  long increment();

  /** Whether the driver hands out all keys of an insert, and under the column's name. */
  boolean namesKeys();

  /** Whether the entries of a batch get keys in a row after one {@link #aim}. */
  boolean servesBatches();

  /**
   * Makes the key the next that is handed out.
   *
   * @return which would have been, or {@link #UNKNOWN}
   */
  long aim(long key) throws SQLException;

  /** Makes it go on from there, after keys that were lower than what has been handed out before. */
  void restore(long next) throws SQLException;
}
