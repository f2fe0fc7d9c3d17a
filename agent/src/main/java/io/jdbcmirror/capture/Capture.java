package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.JdbcHandler;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Recorder;
import io.jdbcmirror.support.AgentThread;
import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.TrafficQueue;
import java.sql.Driver;
import java.sql.ResultSet;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the instrumented driver calls, on the application's threads. Finds the state that hangs on
 * the object, and hands over; objects without state (pools, wrappers, proxies, the agent's own
 * connections) are passed over, so that one call of the application is one request.
 */
public final class Capture implements JdbcHandler {
  /** What pgjdbc executes when a result set ends; the target's cursors have names of their own. */
  private static final String CLOSES_CURSOR = "CLOSE ";

  private final States states = new States();
  private final CopyCapture copies = new CopyCapture(states);
  private final Connections connections;
  private final CaptureFaults faults;
  private final KeyCapture keys = new KeyCapture(states);
  private final ParameterCapture parameters;

  public Capture(Config config, TrafficQueue queue, Recorder recorder) {
    this.connections = new Connections(config, queue, recorder);
    this.faults = new CaptureFaults(recorder, connections::switchOff);
    this.parameters = new ParameterCapture(states, config.parameterMaxBytes());
  }

  /** Whether faults of its own have made capture end itself. */
  public boolean isSwitchedOff() {
    return faults.isSwitchedOff();
  }

  @Override
  public void enterConnect() {
    ThreadCalls.current().enterConnect();
  }

  @Override
  public void exitConnect(
      Object driver, @Nullable String url, @Nullable Properties info, @Nullable Object connection) {
    boolean innermost = ThreadCalls.current().exitConnect(connection != null);
    if (innermost && connection != null && url != null && driver instanceof Driver) {
      attach(connection, url, SourceProperties.copy(info), (Driver) driver);
    }
  }

  @Override
  public void enterXaConnect() {
    ThreadCalls.current().enterXaConnect();
  }

  @Override
  public void exitXaConnect() {
    ThreadCalls.current().exitXaConnect();
  }

  @Override
  public void connectionConstructed(
      Object connection,
      @Nullable String url,
      @Nullable Properties info,
      @Nullable String user,
      @Nullable Object password) {
    if (url != null && passesDriverBy(connection)) {
      attach(connection, url, SourceProperties.of(info, user, password));
    }
  }

  @Override
  public void connectionMade(Object connection, Object origin, @Nullable Object info) {
    Origin known = passesDriverBy(connection) ? Origin.of(origin, info) : null;
    if (known != null) {
      attach(connection, known.url(), known.info());
    }
  }

  private boolean passesDriverBy(Object connection) {
    return !ThreadCalls.current().isConnecting()
        && !AgentThread.isCurrent()
        && states.get(connection) == null;
  }

  private void attach(Object connection, String url, Properties info) {
    Driver driver = SourceDrivers.of(connection);
    if (driver != null) {
      attach(connection, url, info, driver);
    }
  }

  private void attach(Object connection, String url, Properties info, Driver driver) {
    boolean ours = AgentThread.isCurrent();
    if (!ours && !InternalUrls.contains(url) && states.get(connection) == null) {
      states.set(connection, connections.opened(url, info, driver));
    }
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
      states.set(statement, new StatementCapture(session, creation));
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
    if (calls.isInside(session) || calls.readsRow(session, which)) {
      return null;
    }
    try {
      ExecuteCall begun = session.beginExecute(captured, which, sql, generatedKeys);
      if (calls.isChangingRow(session)) {
        captured.changesRow(begun);
      }
      StatementCall call = new StatementCall(captured, begun);
      call.enter(calls);
      return call;
    } catch (Throwable t) {
      captured.distrust();
      session.distrust();
      throw t;
    }
  }

  /** Of a connection that executes a statement by itself, one for this call alone. */
  private @Nullable StatementCapture executing(Object owner, @Nullable String sql) {
    Object state = states.get(owner);
    if (state instanceof CapturedSession && sql != null && !sql.startsWith(CLOSES_CURSOR)) {
      return new StatementCapture((CapturedSession) state, StatementCreation.PLAIN);
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
      Object token, Object statement, @Nullable Object returned, @Nullable Throwable thrown) {
    StatementCall call = (StatementCall) token;
    if (call.isCopy() && returned != null) {
      states.set(returned, call.beginCopy());
      return;
    }
    call.end(thrown);
    if (returned instanceof ResultSet) {
      derived(statement, returned);
    }
  }

  @Override
  public void derived(Object maker, Object made) {
    StatementCapture statement = states.statement(maker);
    if (statement != null && keys.markReturned(statement, made)) {
      return;
    }
    CapturedSession session = statement == null ? states.session(maker) : statement.session();
    if (session != null) {
      states.set(made, session);
    }
  }

  @Override
  public @Nullable Object enterGeneratedKeys(Object statement) {
    return keys.enter(statement);
  }

  @Override
  public void exitGeneratedKeys(Object token, @Nullable Object resultSet) {
    keys.exit(token, resultSet);
  }

  @Override
  public boolean readsKeys(Object resultSet) {
    return KeyCapture.of(resultSet) != null;
  }

  @Override
  public void enterKeyStep(Object resultSet) {
    KeyReading reading = KeyCapture.of(resultSet);
    if (reading != null) {
      reading.enter();
    }
  }

  @Override
  public void exitKeyStep(Object resultSet, String method, @Nullable Object returned) {
    KeyReading reading = KeyCapture.of(resultSet);
    if (reading != null) {
      reading.exit(method, returned);
    }
  }

  @Override
  public void key(Object resultSet, Object column, @Nullable Object value) {
    KeyReading reading = KeyCapture.of(resultSet);
    if (reading != null) {
      reading.value(column, value);
    }
  }

  @Override
  public void copyData(Object operation, byte[] data, int offset, int length) {
    copies.data(operation, data, offset, length);
  }

  @Override
  public Object copyWriter(Object operation, Object writer) {
    return copies.writer(operation, writer);
  }

  @Override
  public void copyCalled(Object operation, String method, @Nullable Throwable thrown) {
    copies.called(operation, method, thrown);
  }

  @Override
  public @Nullable Object enterBypass(Object owner) {
    CapturedSession session = states.session(owner);
    boolean seen = session == null || ThreadCalls.current().isInside(session);
    return seen || session == null ? null : BypassCall.enter(session, owner instanceof ResultSet);
  }

  @Override
  public void exitBypass(Object token, @Nullable Throwable thrown) {
    ((BypassCall) token).end(thrown);
  }

  @Override
  public boolean records(Object statement) {
    return parameters.records(statement);
  }

  @Override
  public @Nullable Object enterSetter(Object statement, String method, Object value) {
    return parameters.enter(statement, method, value);
  }

  @Override
  public @Nullable Object replacement(Object token) {
    return ((SetterCall) token).replacement();
  }

  @Override
  public void exitSetter(Object token, @Nullable Throwable thrown) {
    ((SetterCall) token).end(thrown);
  }

  @Override
  public void parameter(
      Object statement,
      String method,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    parameters.parameter(statement, method, index, value, option, scale);
  }

  @Override
  public void driverParameter(Object statement, int index, Object parameter) {
    parameters.driverParameter(statement, index, parameter);
  }

  @Override
  public void opaqueParameter(Object statement, int index) {
    parameters.opaqueParameter(statement, index);
  }

  @Override
  public void enterNamedSetter(Object statement) {
    parameters.enterNamedSetter(statement);
  }

  @Override
  public void exitNamedSetter(Object statement) {
    parameters.exitNamedSetter(statement);
  }

  @Override
  public void outParameter(
      Object statement,
      @Nullable Object parameter,
      @Nullable Object type,
      @Nullable Object option) {
    parameters.outParameter(statement, parameter, type, option);
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
    try {
      if (thrown == null) {
        statementCall(captured, method, sql);
      }
      captured.exitCall();
    } catch (Throwable t) {
      captured.distrust();
      throw t;
    }
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
  public @Nullable Object enterConnectionCall(
      Object connection, String method, @Nullable Object argument, @Nullable Object second) {
    CapturedSession session = states.session(connection);
    if (session == null) {
      return null;
    }
    ThreadCalls calls = ThreadCalls.current();
    if (calls.isInside(session)) {
      return null;
    }
    ConnectionCall call = new ConnectionCall(session, method, argument, second);
    try {
      session.beforeConnectionCall(call);
    } catch (Throwable t) {
      session.distrust();
      throw t;
    }
    call.enter(calls);
    return call;
  }

  @Override
  public void exitConnectionCall(
      Object token, @Nullable Object returned, @Nullable Throwable thrown) {
    ((ConnectionCall) token).end(returned, thrown);
  }

  @Override
  public void arrayCreated(Object array, String typeName, Object @Nullable [] elements) {
    parameters.arrayCreated(array, typeName, elements);
  }

  @Override
  public void enterInternal() {
    ThreadCalls.current().enterInternal();
  }

  @Override
  public void exitInternal() {
    ThreadCalls.current().exitInternal();
  }

  @Override
  public void failed(String hook, Throwable thrown) {
    faults.add(hook, thrown);
  }
}
