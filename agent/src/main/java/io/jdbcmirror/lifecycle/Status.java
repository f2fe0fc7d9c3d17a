package io.jdbcmirror.lifecycle;

import io.jdbcmirror.capture.Capture;
import io.jdbcmirror.http.StatusSource;
import io.jdbcmirror.mirror.Mirror;

/** What the agent is doing, for the page and {@code /api/status}. */
final class Status implements StatusSource {
  private final Mirror mirror;
  private final Capture capture;

  Status(Mirror mirror, Capture capture) {
    this.mirror = mirror;
    this.capture = capture;
  }

  @Override
  public String state() {
    return capture.isSwitchedOff()
        ? "switched off because of faults of the agent's own"
        : mirror.state().toString();
  }

  @Override
  public long sinceMillis() {
    return mirror.state().since().toEpochMilli();
  }
}
