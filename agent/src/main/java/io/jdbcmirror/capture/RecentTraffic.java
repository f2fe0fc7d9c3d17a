package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** What became of the requests of the last minute. Not thread-safe. */
final class RecentTraffic {
  private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Deque<Counts> counts = new ArrayDeque<>();

  /** The counts as they stand, about once a second. */
  void add(long nowNanos, Snapshot snapshot) {
    Counts now = new Counts(nowNanos, snapshot);
    counts.addLast(now);
    Counts oldest = counts.removeFirst();
    // The last of those that are a minute old is what the minute began with.
    while (!counts.isEmpty() && nowNanos - counts.getFirst().nanos >= WINDOW_NANOS) {
      oldest = counts.removeFirst();
    }
    counts.addFirst(oldest);
  }

  /** The failed of those that were tried on the target; 0 if there were none. */
  double errorRate() {
    long failed = counts.getLast().failed - counts.getFirst().failed;
    return share(failed, tried());
  }

  /** The dropped of those that were to be mirrored; 0 if there were none. */
  double dropRate() {
    long dropped = counts.getLast().dropped - counts.getFirst().dropped;
    return share(dropped, dropped + tried());
  }

  private long tried() {
    Counts first = counts.getFirst();
    Counts last = counts.getLast();
    return last.mirrored - first.mirrored + last.failed - first.failed;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0.0 : (double) part / whole;
  }

  private static final class Counts {
    final long nanos;
    final long mirrored;
    final long failed;
    final long dropped;

    Counts(long nanos, Snapshot snapshot) {
      this.nanos = nanos;
      this.mirrored = snapshot.requests(Outcome.Group.MIRRORED);
      this.failed = snapshot.requests(Outcome.Group.FAILED);
      this.dropped = snapshot.requests(Outcome.Group.DROPPED);
    }
  }
}
