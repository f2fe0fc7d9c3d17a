package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.Request.Call;
import org.jspecify.annotations.Nullable;

/**
 * Which driver calls the current thread is inside of: what a driver calls within its own call is
 * not a request. By session, not by depth alone: a call on another session inside the first is a
 * layered driver's, and is seen (OTel#4974).
 */
final class ThreadCalls {
  private static final ThreadLocal<ThreadCalls> CURRENT =
      new ThreadLocal<ThreadCalls>() {
        @Override
        protected ThreadCalls initialValue() {
          return new ThreadCalls();
        }
      };

  private @Nullable CapturedSession active;
  private @Nullable CapturedSession changing;
  private int bypassing;
  private int internal;
  private int connecting;
  private int connectingXa;
  private boolean connected;

  private ThreadCalls() {}

  static ThreadCalls current() {
    return CURRENT.get();
  }

  /**
   * A fault of the agent's own as a driver began or ended to connect, or work of its own. Rather a
   * connection is passed over than one call captured twice.
   */
  void forgetDepth() {
    internal = 0;
    connectingXa = 0;
    connected = connecting > 0;
    connecting = Math.max(0, connecting - 1);
  }

  boolean isInside(CapturedSession session) {
    return active == session || internal > 0;
  }

  /** Whether the thread is in no call of any driver. */
  boolean isOutside() {
    return active == null && changing == null && bypassing == 0 && internal == 0;
  }

  /**
   * @return the session whose call this one is inside of, to be given to {@link #exit}
   */
  @Nullable CapturedSession enter(CapturedSession session) {
    CapturedSession outer = active;
    active = session;
    return outer;
  }

  void exit(@Nullable CapturedSession outer) {
    active = outer; // null outside of calls: no session is held by an idle thread
  }

  /** A fault of the agent's own as a call on this session began: its end will not be told. */
  void forget(CapturedSession session) {
    active = active == session ? null : active;
    changing = changing == session ? null : changing;
  }

  /**
   * The thread is in a call that changes a row of a result set.
   *
   * @param session null if it is not any more
   * @return what is to be given back after the call
   */
  @Nullable CapturedSession changesRow(@Nullable CapturedSession session) {
    CapturedSession outer = changing;
    changing = session;
    return outer;
  }

  boolean isChangingRow(CapturedSession session) {
    return changing == session;
  }

  /** A driver that has changed a row reads it again: no request of the application. */
  boolean readsRow(CapturedSession session, Call call) {
    return call == Call.EXECUTE_QUERY && isChangingRow(session);
  }

  /** The thread is in a call that may work without statements. */
  void enterBypass() {
    bypassing++;
  }

  void exitBypass() {
    bypassing = Math.max(0, bypassing - 1);
  }

  void enterInternal() {
    internal++;
  }

  void exitInternal() {
    internal = Math.max(0, internal - 1);
  }

  void enterXaConnect() {
    connectingXa++;
  }

  void exitXaConnect() {
    connectingXa = Math.max(0, connectingXa - 1);
  }

  /** Whether what is opened now is for distributed transactions. */
  boolean isConnectingXa() {
    return connectingXa > 0;
  }

  void enterConnect() {
    connecting++;
  }

  boolean isConnecting() {
    return connecting > 0;
  }

  /**
   * Ends one driver's connecting.
   *
   * @return false if a driver inside this one has connected: then this one's connection is a
   *     wrapper
   */
  boolean exitConnect(boolean hasConnection) {
    connecting = Math.max(0, connecting - 1);
    boolean innermost = hasConnection && !connected;
    connected = connecting > 0 && (connected || hasConnection);
    return innermost;
  }
}
