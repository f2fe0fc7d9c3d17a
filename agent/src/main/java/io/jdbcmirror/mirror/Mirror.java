package io.jdbcmirror.mirror;

import io.jdbcmirror.comparison.Comparisons;
import io.jdbcmirror.comparison.History;
import io.jdbcmirror.metrics.Recorder;
import io.jdbcmirror.target.CallWatch;
import io.jdbcmirror.target.ErrorClassifier;
import io.jdbcmirror.target.TargetOpener;
import io.jdbcmirror.target.TargetSessions;
import io.jdbcmirror.target.TargetSettings;
import io.jdbcmirror.target.Watchdog;
import io.jdbcmirror.traffic.TrafficQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * The side of the queue that applies: its threads, and what is known of the target. Thread-safe.
 *
 * <p>Makes no connection before the first transaction. What takes a place in the queue after {@link
 * #stop} is counted by a second call of it.
 */
public final class Mirror {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long REFUSED_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final TargetHealth health;
  private final List<MirrorRunner> runners;
  private final Watchdog watchdog;

  private Mirror(TargetHealth health, List<MirrorRunner> runners, Watchdog watchdog) {
    this.health = health;
    this.runners = runners;
    this.watchdog = watchdog;
  }

  /**
   * Starts the threads.
   *
   * @param queue with a lane for each of {@link TargetSettings#mirrorThreads}
   */
  public static Mirror start(TargetSettings settings, TrafficQueue queue, Recorder recorder) {
    return start(settings, queue, recorder, PATIENCE_NANOS, REFUSED_NANOS);
  }

  /**
   * @param patienceNanos how long a place whose commit has not returned holds up the others
   * @param refusedNanos how long a refusal holds until the servers are asked again
   */
  static Mirror start(
      TargetSettings settings,
      TrafficQueue queue,
      Recorder recorder,
      long patienceNanos,
      long refusedNanos) {
    Backoff backoff = new Backoff(new SplittableRandom());
    TargetHealth health = new TargetHealth(recorder, backoff, refusedNanos);
    TargetOpener opener = new TargetOpener(settings);
    Ledger ledger = new Ledger(queue, recorder);
    History history = new History(queue.missed(), settings.mirrorThreads() == 1);
    List<MirrorRunner> runners = new ArrayList<>();
    List<CallWatch> watches = new ArrayList<>();
    for (int i = 0; i < settings.mirrorThreads(); i++) {
      CallWatch watch = new CallWatch();
      watches.add(watch);
      TargetGate gate = gate(settings, health, opener, ledger, watch, i);
      LaneReader reader = new LaneReader(queue.lane(i), patienceNanos, ledger);
      Comparisons comparisons = new Comparisons(history, recorder);
      TransactionApplier applier =
          new TransactionApplier(gate, ledger, comparisons, settings.url());
      BurstApplier bursts =
          new BurstApplier(reader, gate, ledger, comparisons, ErrorClassifier.of(settings.url()));
      MirrorWorker worker =
          new MirrorWorker(
              reader, settings.batches() ? bursts : null, applier, gate, ledger, comparisons);
      runners.add(new MirrorRunner(worker, i));
    }
    for (MirrorRunner runner : runners) {
      runner.start();
    }
    return new Mirror(health, runners, Watchdog.start(settings, watches));
  }

  /**
   * Applies what is released until nothing is left or the time is over, counts the rest as dropped,
   * and ends the threads. Returns at the latest half a second after the time given, even if a
   * driver hangs; makes no JDBC call on the caller's thread. A further call, best with no time and
   * after capture has been switched off, counts what came since.
   */
  public void stop(long drainMillis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(drainMillis);
    for (MirrorRunner runner : runners) {
      runner.stopBy(deadline);
    }
    for (MirrorRunner runner : runners) {
      runner.await(deadline + GRACE_NANOS);
    }
    watchdog.stop();
    health.stopped();
  }

  /**
   * Age of the oldest transaction that is released, taken and not yet applied, in nanoseconds; 0 if
   * there is none.
   */
  public long lagNanos() {
    long lag = 0;
    for (MirrorRunner runner : runners) {
      lag = Math.max(lag, runner.lagNanos());
    }
    return lag;
  }

  public MirrorState state() {
    return health.state();
  }

  private static TargetGate gate(
      TargetSettings settings,
      TargetHealth health,
      TargetOpener opener,
      Ledger ledger,
      CallWatch watch,
      int index) {
    int share = TargetSessions.share(settings.maxSessions(), settings.mirrorThreads(), index);
    int aliveSeconds =
        (int) Math.max(1, TimeUnit.MILLISECONDS.toSeconds(settings.connectTimeoutMillis()));
    return new TargetGate(
        health, opener, new TargetSessions(opener, watch, share), ledger, aliveSeconds);
  }
}
