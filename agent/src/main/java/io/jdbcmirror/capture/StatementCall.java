package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/** The token of an execute call: what was taken down, and what the thread was inside of before. */
final class StatementCall {
  private final StatementCapture statement;
  private final ExecuteCall execution;
  private @Nullable CapturedSession outer;

  StatementCall(StatementCapture statement, ExecuteCall execution) {
    this.statement = statement;
    this.execution = execution;
  }

  /** The last step before the driver goes on: nothing after it may fail. */
  void enter(ThreadCalls calls) {
    outer = calls.enter(statement.session());
  }

  boolean isCopy() {
    return execution.call().isCopy();
  }

  /** The call has returned, but the COPY that it began goes on. */
  CopyRecording beginCopy() {
    ThreadCalls.current().exit(outer);
    statement.end();
    return statement.session().beginCopy(execution);
  }

  void end(@Nullable Throwable thrown) {
    ThreadCalls.current().exit(outer);
    statement.end();
    if (isCopy()) {
      execution.isNoCopy();
    }
    try {
      statement.session().endExecute(execution, thrown);
    } catch (Throwable t) {
      statement.session().distrust();
      throw t;
    } finally {
      execution.release();
    }
  }
}
