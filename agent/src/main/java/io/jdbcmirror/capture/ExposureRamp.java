package io.jdbcmirror.capture;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.config.Fraction;
import io.jdbcmirror.config.Ramp;
import io.jdbcmirror.metrics.Snapshot;
import io.jdbcmirror.support.AgentLog;
import org.jspecify.annotations.Nullable;

/**
 * Lets exposure grow, and holds it where it is while the target does not stand it. Time that passes
 * while it holds does not count, so it goes on from there. Thread-safe.
 */
public final class ExposureRamp {
  private final Ramp ramp;
  private final Exposure exposure;
  private final double maxErrorRate;
  private final double maxDropRate;
  private final RecentTraffic recent = new RecentTraffic(); // guarded by this
  private long tickedNanos; // guarded by this
  private long grownNanos; // guarded by this
  private boolean over; // guarded by this
  private @Nullable String reason; // guarded by this

  private ExposureRamp(Ramp ramp, Exposure exposure, Config config, long nowNanos) {
    this.ramp = ramp;
    this.exposure = exposure;
    this.maxErrorRate = config.rampMaxErrorRate();
    this.maxDropRate = config.rampMaxDropRate();
    this.tickedNanos = nowNanos;
  }

  /**
   * @param exposure which is at the ramp's start
   * @return null if the settings have no ramp
   */
  public static @Nullable ExposureRamp of(Config config, Exposure exposure, long nowNanos) {
    Ramp ramp = config.exposureRamp();
    return ramp == null ? null : new ExposureRamp(ramp, exposure, config, nowNanos);
  }

  /**
   * Grows by the time that has passed, or holds. To be called about once a second.
   *
   * @param trouble why nothing can be mirrored, in words; null if nothing is known against it
   * @return whether it goes on
   */
  public synchronized boolean tick(long nowNanos, Snapshot snapshot, @Nullable String trouble) {
    long passedNanos = nowNanos - tickedNanos;
    tickedNanos = nowNanos;
    recent.add(nowNanos, snapshot);
    if (over || exposure.isPaused()) {
      return !over;
    }
    holdFor(trouble == null ? tooMuch() : trouble);
    if (reason == null) {
      grow(passedNanos);
    }
    return !over;
  }

  private @Nullable String tooMuch() {
    double errors = recent.errorRate();
    double drops = recent.dropRate();
    if (errors > maxErrorRate) {
      return "error rate " + Fraction.text(errors) + " over " + maxErrorRate + " in a minute";
    }
    return drops > maxDropRate
        ? "drop rate " + Fraction.text(drops) + " over " + maxDropRate + " in a minute"
        : null;
  }

  private synchronized void holdFor(@Nullable String newReason) {
    String before = reason;
    reason = newReason;
    if (before == null && newReason != null) {
      AgentLog.warn("the exposure ramp holds at " + now() + ": " + newReason);
    } else if (before != null && newReason == null) {
      AgentLog.info("the exposure ramp goes on from " + now());
    }
  }

  private synchronized void grow(long nanos) {
    grownNanos += nanos;
    exposure.set(ramp.at(grownNanos));
    if (grownNanos >= ramp.durationNanos()) {
      over = true;
      AgentLog.info("the exposure ramp has come to " + now());
    }
  }

  private String now() {
    return Fraction.text(exposure.fraction());
  }

  /** Another exposure is to be set: it grows no more. */
  public synchronized void end() {
    if (!over) {
      over = true;
      AgentLog.info("the exposure ramp ends at " + now());
    }
  }

  /** What it does, in words; null when it is over. */
  public synchronized @Nullable String state() {
    if (over) {
      return null;
    }
    String holds = exposure.isPaused() ? "paused" : reason;
    String to = "to " + ramp.end();
    return holds == null ? to : to + ", holds: " + holds;
  }
}
