package io.jdbcmirror.bootstrap;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The way to {@link ConnectionHandler}, as {@link JdbcHooks} says. */
public final class ConnectionHooks {
  private ConnectionHooks() {}

  /**
   * @return whether the call's end is wanted
   */
  public static boolean enterConnect() {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null) {
      return false;
    }
    try {
      h.connections().enterConnect();
      return true;
    } catch (Throwable t) {
      JdbcHooks.failed(h, "connect", null, t);
      return false;
    }
  }

  public static void exitConnect(
      Object driver, @Nullable String url, @Nullable Properties info, @Nullable Object connection) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null) {
      try {
        h.connections().exitConnect(driver, url, info, connection);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "connect", null, t);
      }
    }
  }

  public static void enterXaConnect() {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null) {
      try {
        h.connections().enterXaConnect();
      } catch (Throwable t) {
        JdbcHooks.failed(h, "connect", null, t);
      }
    }
  }

  public static void exitXaConnect() {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null) {
      try {
        h.connections().exitXaConnect();
      } catch (Throwable t) {
        JdbcHooks.failed(h, "connect", null, t);
      }
    }
  }

  public static void connectionConstructed(
      Object connection,
      @Nullable String url,
      @Nullable Properties info,
      @Nullable String user,
      @Nullable Object password) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null) {
      try {
        h.connections().connectionConstructed(connection, url, info, user, password);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "connect", null, t);
      }
    }
  }

  public static void connectionMade(
      @Nullable Object connection, @Nullable Object origin, @Nullable Object info) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && connection != null && origin != null) {
      try {
        h.connections().connectionMade(connection, origin, info);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "connect", null, t);
      }
    }
  }

  public static @Nullable Object enterConnectionCall(
      @Nullable Object connection,
      String method,
      @Nullable Object argument,
      @Nullable Object second) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || connection == null) {
      return null;
    }
    try {
      return h.connections().enterConnectionCall(connection, method, argument, second);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "connection", connection, t);
      return null;
    }
  }

  public static void exitConnectionCall(
      @Nullable Object token, @Nullable Object returned, @Nullable Throwable thrown) {
    JdbcHandler h = JdbcHooks.ending();
    if (h != null && token != null) {
      try {
        h.connections().exitConnectionCall(token, returned, thrown);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "connection", token, t);
      }
    }
  }

  public static void enterInternal() {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null) {
      try {
        h.connections().enterInternal();
      } catch (Throwable t) {
        JdbcHooks.failed(h, "internal", null, t);
      }
    }
  }

  public static void exitInternal() {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null) {
      try {
        h.connections().exitInternal();
      } catch (Throwable t) {
        JdbcHooks.failed(h, "internal", null, t);
      }
    }
  }
}
