package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.ConnectionHandler;
import io.jdbcmirror.support.AgentThread;
import java.sql.Driver;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Hangs its state on each connection that a driver makes, and follows the calls on it. */
final class ConnectionCapture implements ConnectionHandler {
  private final States states;
  private final Connections connections;

  ConnectionCapture(States states, Connections connections) {
    this.states = states;
    this.connections = connections;
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
    session.beforeConnectionCall(call);
    call.enter(calls);
    return call;
  }

  @Override
  public void exitConnectionCall(
      Object token, @Nullable Object returned, @Nullable Throwable thrown) {
    ((ConnectionCall) token).end(returned, thrown);
  }

  @Override
  public void enterInternal() {
    ThreadCalls.current().enterInternal();
  }

  @Override
  public void exitInternal() {
    ThreadCalls.current().exitInternal();
  }
}
