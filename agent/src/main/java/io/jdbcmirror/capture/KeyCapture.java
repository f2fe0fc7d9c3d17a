package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.KeyHandler;
import io.jdbcmirror.bootstrap.Tracked;
import io.jdbcmirror.traffic.GeneratedKeys;
import org.jspecify.annotations.Nullable;

/** What the application reads of the keys that its inserts generate, on its threads. */
final class KeyCapture implements KeyHandler {
  private final States states;

  KeyCapture(States states) {
    this.states = states;
  }

  /** Drivers may run statements of their own for it. */
  @Override
  public @Nullable Object enterGeneratedKeys(Object statement) {
    StatementCapture captured = states.statement(statement);
    ThreadCalls calls = ThreadCalls.current();
    if (captured == null || calls.isInside(captured.session())) {
      return null;
    }
    Asking asking = new Asking(captured);
    asking.enter(calls);
    return asking;
  }

  @Override
  public void exitGeneratedKeys(Object token, @Nullable Object resultSet) {
    Asking asking = (Asking) token;
    asking.leave();
    GeneratedKeys keys = asking.statement.keys().in(KeyForm.ASKED);
    if (resultSet != null && keys != null) {
      mark(asking.statement.session(), keys, resultSet);
    }
  }

  /**
   * @return false if it is not a result that holds the keys of an insert
   */
  boolean markReturned(StatementCapture statement, Object resultSet) {
    GeneratedKeys keys = statement.keys().in(KeyForm.RETURNED);
    if (keys != null) {
      mark(statement.session(), keys, resultSet);
    }
    return keys != null;
  }

  private void mark(CapturedSession session, GeneratedKeys keys, Object resultSet) {
    if (!(resultSet instanceof Tracked)) {
      keys.lose(); // its class was loaded before the agent: nothing will be seen
      session.keysRead(keys);
      return;
    }
    Object state = states.get(resultSet);
    boolean marked = state instanceof KeyReading && ((KeyReading) state).isOf(keys);
    if (!marked) {
      states.set(resultSet, new KeyReading(session, keys));
    }
  }

  /** A fault of the agent's own: what is read of the keys is not known as a whole. */
  void failed(@Nullable Object subject) {
    if (subject instanceof Asking) {
      Asking asking = (Asking) subject;
      asking.leave();
      asking.statement.keys().lose();
      return;
    }
    StatementCapture statement = subject == null ? null : states.statement(subject);
    if (statement != null) {
      statement.keys().lose();
      ThreadCalls.current().forget(statement.session());
    }
  }

  /** The statement whose keys are asked for. */
  private static final class Asking extends HookedCall {
    private final StatementCapture statement;

    Asking(StatementCapture statement) {
      super(statement.session());
      this.statement = statement;
    }
  }
}
