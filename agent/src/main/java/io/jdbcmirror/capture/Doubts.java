package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/**
 * What is not known any more after a fault of the agent's own, whose hook may have done its work,
 * or a part, or none: a parameter, a statement, or all that a session does. Of that nothing is
 * mirrored from then on.
 */
final class Doubts {
  private final States states;
  private final KeyCapture keys;
  private final ResultCapture results;

  Doubts(States states, KeyCapture keys, ResultCapture results) {
    this.states = states;
    this.keys = keys;
    this.results = results;
  }

  /**
   * @param subject as {@code JdbcHandler.failed} has it
   */
  void about(String hook, @Nullable Object subject) {
    switch (hook) {
      case "connect":
      case "internal":
        ThreadCalls.current().forgetDepth();
        break;
      case "results":
        results.failed(subject);
        break;
      case "keys":
        keys.failed(subject);
        break;
      case "array":
        break; // what is not known to be an array is not captured
      default:
        if (subject instanceof HookedCall) {
          ((HookedCall) subject).distrust();
        } else if (subject != null) {
          object(hook, states.get(subject));
        }
        break;
    }
  }

  private static void object(String hook, @Nullable Object state) {
    if (state instanceof StatementCapture) {
      statement(hook, (StatementCapture) state);
    } else if (state instanceof CapturedSession) {
      session((CapturedSession) state);
    } else if (state instanceof ResultReader) {
      session(((ResultReader) state).session());
    } else if (state instanceof CopyRecording) {
      session(((CopyRecording) state).session());
    }
  }

  private static void statement(String hook, StatementCapture statement) {
    switch (hook) {
      case "parameter":
        statement.parameters().distrust();
        ThreadCalls.current().forget(statement.session());
        break;
      case "statement":
        statement.distrust();
        break;
      default:
        statement.end();
        session(statement.session());
        break;
    }
  }

  private static void session(CapturedSession session) {
    ThreadCalls.current().forget(session);
    session.switchOff();
  }
}
