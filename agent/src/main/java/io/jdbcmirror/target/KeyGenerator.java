package io.jdbcmirror.target;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What hands out the keys of one column on the target, and can be made to hand out a given one,
 * without a commit. Belongs to one target session.
 */
interface KeyGenerator {
  /** What there is to see of the keys of several rows. */
  enum Shown {
    /** All, under the column's name. */
    ALL,
    /** The first; the others are made up by counting on, if they come at all. */
    FIRST,
    /** The last. */
    LAST
  }

  /** {@link #aim} where it is not known what would have come. */
  long UNKNOWN = Long.MIN_VALUE;

  KeyColumn column();

  /** Names what all sessions of the target share; null where it is the session's own. */
  @Nullable String shared();

  /** From one key to the next; 1 or more. */
  long increment();

  /** Which keys of one insert the driver hands out. */
  Shown shown();

  /** Whether the entries of a batch get keys in a row after one {@link #aim}. */
  boolean servesBatches();

  /** Whether it can be told the next key; otherwise the insert must name its keys itself. */
  boolean canBeTold();

  /**
   * Makes the key the next that is handed out; nothing where it cannot be told.
   *
   * @return which would have been, or {@link #UNKNOWN}
   */
  long aim(long key) throws SQLException;

  /** Makes it go on from there, after keys that were lower than what has been handed out before. */
  void restore(long next) throws SQLException;
}
