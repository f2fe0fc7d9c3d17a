package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.Request.Call;
import org.jspecify.annotations.Nullable;

/**
 * The token of an execute call of which nothing is wanted but that it is counted, since its
 * transaction is not sampled: counted as it ends, without a lock where it is a transaction by
 * itself. A statement has one for all its calls, so that they allocate nothing.
 */
final class PassingCall extends HookedCall {
  private final StatementCapture statement;
  private final SqlTraits traits;
  private Call call = Call.EXECUTE;
  private boolean counted;

  PassingCall(StatementCapture statement, SqlTraits traits) {
    super(statement.session());
    this.statement = statement;
    this.traits = traits;
  }

  /**
   * @param calls of a thread that is outside of all calls
   */
  void enter(ThreadCalls calls, Call which) {
    call = which;
    counted = false;
    statement.begin();
    enter(calls);
  }

  void end(@Nullable Throwable thrown) {
    leave();
    counted = true;
    if (thrown != null || !session().countPassing()) {
      session().endPassing(call, traits, thrown);
    }
  }

  @Override
  void leave() {
    super.leave();
    statement.end();
  }

  @Override
  void distrust() {
    leave();
    if (!counted) {
      session().opened();
    }
    session().switchOff();
  }
}
