package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/**
 * A call under way that may change rows without a statement. Where the driver issues statements for
 * it, they were seen and nothing is to be added. Confined to the calling thread.
 */
final class BypassCall {
  private final CapturedSession session;
  private final long requestsBefore;

  BypassCall(CapturedSession session) {
    this.session = session;
    this.requestsBefore = session.requests();
  }

  void end(@Nullable Throwable thrown) {
    if (thrown == null && session.requests() == requestsBefore) {
      session.bypassed();
    }
  }
}
