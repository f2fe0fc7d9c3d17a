package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.StatementHandler;
import io.jdbcmirror.traffic.Request.Call;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Hangs its state on each statement of a captured connection, and follows what it executes. */
final class ExecutionCapture implements StatementHandler {
  /** What pgjdbc executes when a result set ends; the target's cursors have names of their own. */
  private static final String CLOSES_CURSOR = "CLOSE ";

  private final States states;
  private final CallSites callSites = new CallSites();
  private final ResultCapture results;
  private final KeyCapture keys;

  ExecutionCapture(States states, ResultCapture results, KeyCapture keys) {
    this.states = states;
    this.results = results;
    this.keys = keys;
  }

  @Override
  public void statementCreated(
      Object connection,
      String method,
      Object statement,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    CapturedSession session = states.session(connection);
    if (session == null) {
      return;
    }
    StatementCreation creation = StatementCreation.of(method, first, second, third, fourth);
    StatementCapture made = states.statement(statement);
    if (made == null) {
      states.set(
          statement, new StatementCapture(session, statement.getClass().getName(), creation));
    } else {
      made.remade(creation);
    }
  }

  @Override
  public @Nullable Object enterExecute(
      Object statement, String method, @Nullable String sql, @Nullable Object generatedKeys) {
    StatementCapture captured = executing(statement, sql);
    if (captured == null) {
      return null;
    }
    CapturedSession session = captured.session();
    ThreadCalls calls = ThreadCalls.current();
    Call which = call(method);
    PassingCall passing = sql == null && calls.isOutside() ? captured.pass(which) : null;
    if (passing != null) {
      passing.enter(calls, which);
      return passing;
    }
    if (calls.isInside(session) || calls.readsRow(session, which)) {
      return null;
    }
    ExecuteCall begun = session.beginExecute(captured, which, sql, generatedKeys);
    begun.lookAt(callSites);
    if (calls.isChangingRow(session)) {
      captured.changesRow(begun);
    }
    StatementCall call = begun.token(captured);
    call.enter(calls);
    return call;
  }

  /** Of a connection that executes a statement by itself, one for this call alone. */
  private @Nullable StatementCapture executing(Object owner, @Nullable String sql) {
    Object state = states.get(owner);
    if (state instanceof CapturedSession && sql != null && !sql.startsWith(CLOSES_CURSOR)) {
      return new StatementCapture((CapturedSession) state, "", StatementCreation.PLAIN);
    }
    return state instanceof StatementCapture ? (StatementCapture) state : null;
  }

  private static Call call(String method) {
    switch (method) {
      case "executeQuery":
        return Call.EXECUTE_QUERY;
      case "executeUpdate":
        return Call.EXECUTE_UPDATE;
      case "executeLargeUpdate":
        return Call.EXECUTE_LARGE_UPDATE;
      case "executeBatch":
        return Call.EXECUTE_BATCH;
      case "executeLargeBatch":
        return Call.EXECUTE_LARGE_BATCH;
      case "copyIn":
        return Call.COPY_IN;
      case "copyOut":
        return Call.COPY_OUT;
      default:
        return Call.EXECUTE;
    }
  }

  @Override
  public void exitExecute(
      Object token,
      @Nullable Object statement,
      @Nullable Object returned,
      @Nullable Throwable thrown) {
    if (token instanceof PassingCall) {
      ((PassingCall) token).end(thrown);
    } else {
      exitExecute((StatementCall) token, returned, thrown);
    }
    ResultSet result = result(returned);
    if (result != null && statement != null) {
      derived(statement, result);
    }
  }

  /**
   * Counts are looked for first: that an object does not implement an interface takes HotSpot some
   * 20 ns to find out, each time, and a class is told at once.
   */
  private static @Nullable ResultSet result(@Nullable Object returned) {
    boolean counted = returned instanceof Boolean || returned instanceof Number;
    return !counted && returned instanceof ResultSet ? (ResultSet) returned : null;
  }

  private void exitExecute(
      StatementCall call, @Nullable Object returned, @Nullable Throwable thrown) {
    if (call.isCopy() && returned != null && !(returned instanceof Number)) {
      states.set(returned, call.beginCopy());
    } else {
      call.end(returned, thrown);
    }
  }

  @Override
  public void derived(Object maker, Object made) {
    StatementCapture statement = states.statement(maker);
    if (statement != null) {
      if (keys.markReturned(statement, made)) {
        statement.results().lose(); // compared as keys
      } else {
        results.made(statement, made);
      }
      return;
    }
    CapturedSession session = states.session(maker);
    if (session != null) {
      states.set(made, session);
    }
  }

  @Override
  public void statementOption(Object statement, String method, @Nullable Object value) {
    StatementCapture captured = states.statement(statement);
    if (captured != null && !ThreadCalls.current().isInside(captured.session())) {
      captured.option(method, value);
    }
  }

  @Override
  public @Nullable Object enterStatementCall(Object statement, String method) {
    StatementCapture captured = states.statement(statement);
    boolean seen =
        captured != null
            && !ThreadCalls.current().isInside(captured.session())
            && captured.enterCall(method);
    return seen ? captured : null;
  }

  @Override
  public void exitStatementCall(
      Object token, String method, @Nullable String sql, @Nullable Throwable thrown) {
    StatementCapture captured = (StatementCapture) token;
    if (thrown == null) {
      statementCall(captured, method, sql);
    }
    captured.exitCall();
  }

  private static void statementCall(
      StatementCapture captured, String method, @Nullable String sql) {
    switch (method) {
      case "addBatch":
        captured.addBatch(sql);
        break;
      case "clearParameters":
        captured.clearParameters();
        break;
      case "close":
        captured.close();
        break;
      default: // clearBatch
        captured.clearBatch();
        break;
    }
  }

  @Override
  public @Nullable Object enterBypass(Object owner) {
    CapturedSession session = states.session(owner);
    results.changed(owner);
    boolean seen = session == null || ThreadCalls.current().isInside(session);
    return seen || session == null ? null : BypassCall.enter(session, owner instanceof ResultSet);
  }

  @Override
  public void exitBypass(Object token, @Nullable Throwable thrown) {
    ((BypassCall) token).end(thrown);
  }
}
