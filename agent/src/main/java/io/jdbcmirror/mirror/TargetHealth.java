package io.jdbcmirror.mirror;

import io.jdbcmirror.metrics.Recorder;
import io.jdbcmirror.mirror.MirrorState.Phase;
import io.jdbcmirror.support.AgentLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the target, over all mirror threads and sessions, and who may try it next: while
 * it is not known to be up there is one attempt at a time, and none before the back-off has passed.
 * Thread-safe.
 */
final class TargetHealth {
  /** So long after the last failure, work that is done shows that the target is there. */
  static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Recorder recorder;
  private final Backoff backoff; // guarded by this
  private final long refusedNanos;
  private boolean trying; // guarded by this
  private boolean inDoubt; // guarded by this
  private long nextTryNanos = System.nanoTime(); // guarded by this
  private long lostNanos = System.nanoTime(); // guarded by this
  private long downNanos = System.nanoTime(); // guarded by this
  private volatile MirrorState state = new MirrorState(Phase.WAITING, now(), null);

  /**
   * @param refusedNanos how long a refusal holds until the servers are asked again
   */
  TargetHealth(Recorder recorder, Backoff backoff, long refusedNanos) {
    this.recorder = recorder;
    this.backoff = backoff;
    this.refusedNanos = refusedNanos;
  }

  /**
   * Whether the caller may open a connection now. A caller who may must report what came of it, by
   * {@link #connected}, {@link #failed}, {@link #sourceUnavailable}, {@link #driverGone} or {@link
   * #refused}.
   */
  synchronized boolean mayTry(long nowNanos) {
    if (nowNanos - nextTryNanos < 0) {
      return false;
    }
    if (state.phase() == Phase.MIRRORING && !inDoubt) {
      return true;
    }
    if (trying) {
      return false;
    }
    trying = true;
    return true;
  }

  /** While true, transactions are dropped as refused. */
  synchronized boolean isRefused(long nowNanos) {
    return state.phase() == Phase.REFUSED && nowNanos < nextTryNanos;
  }

  /** A connection was found dead, perhaps for its age alone: the next one to open shows. */
  synchronized void doubt() {
    inDoubt = true;
  }

  void connected() {
    Phase before = change(Phase.MIRRORING, null, nextTryNanos());
    if (before == Phase.TARGET_DOWN) {
      AgentLog.info("the target is up again");
    } else if (before != Phase.MIRRORING) {
      AgentLog.info("mirroring to the target");
    }
  }

  /** No connection could be made. */
  void failed(long nowNanos, String why) {
    down(nowNanos, why);
  }

  /** A connection broke: all others are to be looked at before they are used again. */
  void lost(long nowNanos, String why) {
    synchronized (this) {
      lostNanos = nowNanos;
    }
    down(nowNanos, why);
  }

  void sourceUnavailable(long nowNanos, String why) {
    if (change(Phase.SOURCE_UNKNOWN, why, nowNanos + nextBackoff()) != Phase.SOURCE_UNKNOWN) {
      AgentLog.warn("the source cannot be asked who it is; transactions wait: " + why);
    }
  }

  void driverGone(long nowNanos, String why) {
    if (change(Phase.NO_DRIVER, why, nowNanos + nextBackoff()) != Phase.NO_DRIVER) {
      AgentLog.warn("transactions of an application that has ended wait for a driver: " + why);
    }
  }

  void refused(long nowNanos, String why) {
    if (change(Phase.REFUSED, why, nowNanos + refusedNanos) != Phase.REFUSED) {
      AgentLog.error("target refused, nothing is mirrored: " + why);
    }
  }

  /**
   * A transaction has been applied: the next failure starts a new back-off. Where one connection
   * broke and the others go on, the target is not down.
   */
  void worked(long nowNanos) {
    synchronized (this) {
      backoff.reset();
      boolean settled = nowNanos - downNanos >= SETTLED_NANOS;
      boolean stuck = state.phase() == Phase.TARGET_DOWN || state.phase() == Phase.NO_DRIVER;
      if (!stuck || trying || !settled) {
        return;
      }
    }
    connected();
  }

  /** When a connection broke last, {@link System#nanoTime}; at first, when this was made. */
  synchronized long lostNanos() {
    return lostNanos;
  }

  void stopped() {
    change(Phase.STOPPED, null, 0);
  }

  MirrorState state() {
    return state;
  }

  private void down(long nowNanos, String why) {
    synchronized (this) {
      downNanos = nowNanos;
    }
    if (change(Phase.TARGET_DOWN, why, nowNanos + nextBackoff()) != Phase.TARGET_DOWN) {
      AgentLog.warn("the target is down, transactions wait: " + why);
    }
  }

  private synchronized long nextTryNanos() {
    return nextTryNanos;
  }

  private synchronized long nextBackoff() {
    return backoff.nextNanos();
  }

  /** The phase before. A phase that goes on keeps the moment it began. */
  private synchronized Phase change(Phase phase, @Nullable String detail, long nextTry) {
    Phase before = state.phase();
    trying = false;
    inDoubt = false;
    nextTryNanos = nextTry;
    if (before == Phase.STOPPED) {
      return phase;
    }
    state = new MirrorState(phase, before == phase ? state.since() : now(), detail);
    boolean away = phase == Phase.TARGET_DOWN || phase == Phase.NO_DRIVER;
    recorder.targetUp(!away && phase != Phase.STOPPED);
    recorder.targetRefused(phase == Phase.REFUSED);
    return before;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
