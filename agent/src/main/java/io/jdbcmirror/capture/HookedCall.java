package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/**
 * A token: a call of the driver that is under way on a session, and what the thread was inside of
 * before. Confined to the calling thread.
 */
abstract class HookedCall {
  private final CapturedSession session;
  private @Nullable CapturedSession outer;

  HookedCall(CapturedSession session) {
    this.session = session;
  }

  final CapturedSession session() {
    return session;
  }

  /** The last step before the driver goes on: nothing after it may fail. */
  void enter(ThreadCalls calls) {
    outer = calls.enter(session);
  }

  /** The thread is where it was before, however the call has ended; may be called twice. */
  void leave() {
    ThreadCalls.current().exit(outer);
  }

  /** A fault of the agent's own as the call ended: what its session does is not known any more. */
  void distrust() {
    leave();
    session.switchOff();
  }
}
