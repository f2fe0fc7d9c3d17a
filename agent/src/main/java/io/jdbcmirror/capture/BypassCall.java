package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/**
 * A call under way that may change rows without a statement. Where the driver issues statements for
 * it, they were seen and nothing is to be added. Confined to the calling thread.
 */
final class BypassCall extends HookedCall {
  private final long requestsBefore;
  private final boolean row;
  private @Nullable CapturedSession outerRow;

  private BypassCall(CapturedSession session, boolean row) {
    super(session);
    this.requestsBefore = session.requests();
    this.row = row;
  }

  /**
   * @param row whether the call changes a row of a result set
   */
  static BypassCall enter(CapturedSession session, boolean row) {
    BypassCall call = new BypassCall(session, row);
    ThreadCalls calls = ThreadCalls.current();
    calls.enterBypass();
    if (row) {
      call.outerRow = calls.changesRow(session);
    }
    return call;
  }

  void end(@Nullable Throwable thrown) {
    leave();
    if (thrown == null && session().requests() == requestsBefore) {
      session().bypassed();
    }
  }

  /** The statements that the driver runs for it are seen: it has never entered the session. */
  @Override
  void leave() {
    ThreadCalls calls = ThreadCalls.current();
    calls.exitBypass();
    if (row) {
      calls.changesRow(outerRow);
    }
  }
}
