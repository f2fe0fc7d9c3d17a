package io.jdbcmirror.lifecycle;

import io.jdbcmirror.capture.Capture;
import io.jdbcmirror.http.ExposureControl;
import io.jdbcmirror.http.StatusSource;
import io.jdbcmirror.mirror.Mirror;
import io.jdbcmirror.mirror.MirrorState;

/** What the agent is doing, for the page and {@code /api/status}. */
final class Status implements StatusSource {
  private static final String PAUSED = "paused";

  private final Mirror mirror;
  private final Capture capture;
  private final MirrorExposure exposure;

  Status(Mirror mirror, Capture capture, MirrorExposure exposure) {
    this.mirror = mirror;
    this.capture = capture;
    this.exposure = exposure;
  }

  @Override
  public String state() {
    if (capture.isSwitchedOff()) {
      return "switched off because of faults of the agent's own";
    }
    MirrorState state = mirror.state();
    if (!exposure.isPaused()) {
      return state.toString();
    }
    // What was chosen before the pause still goes to the target: what is wrong with it matters.
    return state.isWell() ? PAUSED : PAUSED + "; " + state;
  }

  @Override
  public long sinceMillis() {
    if (capture.isSwitchedOff()) {
      return capture.switchedOffMillis();
    }
    long changed = exposure.changedMillis();
    // What the mirror has been doing before and during a pause goes on, but only now is it shown.
    return exposure.isPaused() ? changed : Math.max(changed, mirror.state().since().toEpochMilli());
  }

  @Override
  public ExposureControl exposure() {
    return exposure;
  }
}
