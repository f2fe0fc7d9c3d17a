package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/** The token of an execute call: what was taken down, and what the thread was inside of before. */
final class StatementCall {
  private final StatementCapture statement;
  private final ExecuteCall execution;
  private final @Nullable CapturedSession outer;

  StatementCall(
      StatementCapture statement, ExecuteCall execution, @Nullable CapturedSession outer) {
    this.statement = statement;
    this.execution = execution;
    this.outer = outer;
  }

  void end(@Nullable Throwable thrown) {
    ThreadCalls.current().exit(outer);
    statement.end();
    statement.session().endExecute(execution, thrown);
  }
}
