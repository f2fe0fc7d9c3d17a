package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/** The token of an execute call: what was taken down as it began. */
final class StatementCall extends HookedCall {
  private final StatementCapture statement;
  private final ExecuteCall execution;

  StatementCall(StatementCapture statement, ExecuteCall execution) {
    super(statement.session());
    this.statement = statement;
    this.execution = execution;
  }

  boolean isCopy() {
    return execution.call().isCopy();
  }

  /** The call has returned, but the COPY that it began goes on. */
  CopyRecording beginCopy() {
    leave();
    return session().beginCopy(execution);
  }

  /**
   * @param returned boxed
   */
  void end(@Nullable Object returned, @Nullable Throwable thrown) {
    execution.end();
    leave();
    if (thrown == null) {
      statement.results().returned(returned);
    } else {
      statement.results().lose();
    }
    if (isCopy()) {
      execution.isNoCopy();
    }
    session().endExecute(execution, thrown);
  }

  @Override
  void leave() {
    super.leave();
    statement.end();
  }
}
