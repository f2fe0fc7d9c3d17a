package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Source;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The branches of the source database that this JVM has prepared and nobody has ended, by name. One
 * that was prepared by another JVM, or before a restart, is not known.
 *
 * <p>Bounded: an application that prepares and never ends would hold the queue's bytes for good, so
 * the oldest gives way. Thread-safe.
 */
final class PreparedBranches {
  static final int MAX_BRANCHES = 1000;

  private final AtomicLong sessionIds;
  private final long maxBytes;
  private final Map<String, PreparedBranch> branches = new LinkedHashMap<>(); // guarded by this
  private long bytes; // guarded by this

  /**
   * @param sessionIds the last one given
   * @param maxBytes of the queue's bytes that all of them together may hold
   */
  PreparedBranches(AtomicLong sessionIds, long maxBytes) {
    this.sessionIds = sessionIds;
    this.maxBytes = maxBytes;
  }

  /** A session for the work of one branch. */
  Session newSession(Source source) {
    return new Session(sessionIds.incrementAndGet(), source);
  }

  synchronized void park(PreparedBranch branch) {
    PreparedBranch namesake = take(branch.name());
    if (namesake != null) {
      namesake.ended(Outcome.COMMIT_UNKNOWN); // ended by another, or the name would not be free
    }
    branches.put(branch.name(), branch);
    bytes += branch.bytes();
    while (branches.size() > MAX_BRANCHES) {
      dropOldest(Outcome.QUEUE_FULL);
    }
    while (bytes > maxBytes) {
      dropOldest(Outcome.QUEUE_BYTES);
    }
  }

  /**
   * @return the branch, for the caller alone; null if it is not known
   */
  synchronized @Nullable PreparedBranch take(String name) {
    PreparedBranch branch = branches.remove(name);
    if (branch != null) {
      bytes -= branch.bytes();
    }
    return branch;
  }

  /** Capture is switched off. */
  synchronized void switchOff() {
    while (!branches.isEmpty()) {
      dropOldest(Outcome.SWITCHED_OFF);
    }
  }

  private void dropOldest(Outcome outcome) {
    Iterator<PreparedBranch> each = branches.values().iterator();
    PreparedBranch oldest = each.next();
    each.remove();
    bytes -= oldest.bytes();
    oldest.ended(outcome);
  }
}
