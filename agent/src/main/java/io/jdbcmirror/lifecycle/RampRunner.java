package io.jdbcmirror.lifecycle;

import io.jdbcmirror.capture.Capture;
import io.jdbcmirror.capture.ExposureRamp;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.mirror.Mirror;
import io.jdbcmirror.mirror.MirrorState;
import io.jdbcmirror.support.AgentThread;
import io.jdbcmirror.support.AgentThreads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Shows the ramp, once a second, how the mirror does; its thread ends with the ramp. */
final class RampRunner {
  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ExposureRamp ramp;
  private final PrometheusRecorder recorder;
  private final Mirror mirror;
  private final Capture capture;
  private final AgentThread thread;
  private volatile boolean stopped;

  private RampRunner(
      ExposureRamp ramp, PrometheusRecorder recorder, Mirror mirror, Capture capture) {
    this.ramp = ramp;
    this.recorder = recorder;
    this.mirror = mirror;
    this.capture = capture;
    this.thread = AgentThreads.create("ramp", this::run);
  }

  static RampRunner start(
      ExposureRamp ramp, PrometheusRecorder recorder, Mirror mirror, Capture capture) {
    RampRunner runner = new RampRunner(ramp, recorder, mirror, capture);
    runner.thread.start();
    return runner;
  }

  /** Does not wait. */
  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!stopped && ramp.tick(System.nanoTime(), recorder.snapshot(), trouble())) {
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  private @Nullable String trouble() {
    if (capture.isSwitchedOff()) {
      return "switched off";
    }
    MirrorState state = mirror.state();
    return state.isWell() ? null : state.phase().word();
  }
}
