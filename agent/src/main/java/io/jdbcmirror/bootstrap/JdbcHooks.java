package io.jdbcmirror.bootstrap;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The static way from instrumented driver code to the handler. No call throws, none waits, and
 * without a handler none does anything.
 */
public final class JdbcHooks {
  private static final AtomicBoolean CLAIMED = new AtomicBoolean();
  private static volatile @Nullable JdbcHandler handler;

  private JdbcHooks() {}

  /**
   * @return true for the first agent in this JVM, false for every further one
   */
  public static boolean claim() {
    return CLAIMED.compareAndSet(false, true);
  }

  /** The names under which {@link JdbcHandler#failed} is told of a failed hook. */
  public static String[] names() {
    return new String[] {
      "connect",
      "statement",
      "execute",
      "parameter",
      "connection",
      "array",
      "derived",
      "keys",
      "bypass",
      "copy",
      "internal"
    };
  }

  /**
   * @param newHandler null switches all hooks off
   */
  public static void install(@Nullable JdbcHandler newHandler) {
    handler = newHandler;
  }

  public static void enterConnect() {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.enterConnect();
      } catch (Throwable t) {
        failed(h, "connect", t);
      }
    }
  }

  public static void exitConnect(
      Object driver, @Nullable String url, @Nullable Properties info, @Nullable Object connection) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.exitConnect(driver, url, info, connection);
      } catch (Throwable t) {
        failed(h, "connect", t);
      }
    }
  }

  public static void enterXaConnect() {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.enterXaConnect();
      } catch (Throwable t) {
        failed(h, "connect", t);
      }
    }
  }

  public static void exitXaConnect() {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.exitXaConnect();
      } catch (Throwable t) {
        failed(h, "connect", t);
      }
    }
  }

  public static void connectionConstructed(
      Object connection,
      @Nullable String url,
      @Nullable Properties info,
      @Nullable String user,
      @Nullable Object password) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.connectionConstructed(connection, url, info, user, password);
      } catch (Throwable t) {
        failed(h, "connect", t);
      }
    }
  }

  public static void connectionMade(
      @Nullable Object connection, @Nullable Object origin, @Nullable Object info) {
    JdbcHandler h = handler;
    if (h != null && connection != null && origin != null) {
      try {
        h.connectionMade(connection, origin, info);
      } catch (Throwable t) {
        failed(h, "connect", t);
      }
    }
  }

  public static void statementCreated(
      Object connection,
      String method,
      @Nullable Object statement,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    JdbcHandler h = handler;
    if (h != null && statement != null) {
      try {
        h.statementCreated(connection, method, statement, first, second, third, fourth);
      } catch (Throwable t) {
        failed(h, "statement", t);
      }
    }
  }

  public static @Nullable Object enterExecute(
      Object statement, String method, @Nullable String sql, @Nullable Object generatedKeys) {
    JdbcHandler h = handler;
    if (h == null) {
      return null;
    }
    try {
      return h.enterExecute(statement, method, sql, generatedKeys);
    } catch (Throwable t) {
      failed(h, "execute", t);
      return null;
    }
  }

  public static void exitExecute(
      @Nullable Object token,
      Object statement,
      @Nullable Object returned,
      @Nullable Throwable thrown) {
    JdbcHandler h = handler;
    if (h != null && token != null) {
      try {
        h.exitExecute(token, statement, returned, thrown);
      } catch (Throwable t) {
        failed(h, "execute", t);
      }
    }
  }

  public static void derived(@Nullable Object maker, @Nullable Object made) {
    JdbcHandler h = handler;
    if (h != null && maker != null && made != null) {
      try {
        h.derived(maker, made);
      } catch (Throwable t) {
        failed(h, "derived", t);
      }
    }
  }

  public static @Nullable Object enterGeneratedKeys(Object statement) {
    JdbcHandler h = handler;
    if (h == null) {
      return null;
    }
    try {
      return h.enterGeneratedKeys(statement);
    } catch (Throwable t) {
      failed(h, "keys", t);
      return null;
    }
  }

  public static void exitGeneratedKeys(@Nullable Object token, @Nullable Object resultSet) {
    JdbcHandler h = handler;
    if (h != null && token != null) {
      try {
        h.exitGeneratedKeys(token, resultSet);
      } catch (Throwable t) {
        failed(h, "keys", t);
      }
    }
  }

  public static boolean readsKeys(Object resultSet) {
    JdbcHandler h = handler;
    if (h == null) {
      return false;
    }
    try {
      return h.readsKeys(resultSet);
    } catch (Throwable t) {
      failed(h, "keys", t);
      return false;
    }
  }

  /**
   * @return whether the call's end is wanted
   */
  public static boolean enterKeyStep(Object resultSet) {
    JdbcHandler h = handler;
    if (h == null) {
      return false;
    }
    try {
      h.enterKeyStep(resultSet);
      return true;
    } catch (Throwable t) {
      failed(h, "keys", t);
      return false;
    }
  }

  public static void exitKeyStep(Object resultSet, String method, @Nullable Object returned) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.exitKeyStep(resultSet, method, returned);
      } catch (Throwable t) {
        failed(h, "keys", t);
      }
    }
  }

  public static void copyData(Object operation, byte[] data, int offset, int length) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.copyData(operation, data, offset, length);
      } catch (Throwable t) {
        failed(h, "copy", t);
      }
    }
  }

  public static void key(Object resultSet, @Nullable Object column, @Nullable Object value) {
    JdbcHandler h = handler;
    if (h != null && column != null) {
      try {
        h.key(resultSet, column, value);
      } catch (Throwable t) {
        failed(h, "keys", t);
      }
    }
  }

  public static @Nullable Object copyWriter(Object operation, @Nullable Object writer) {
    JdbcHandler h = handler;
    if (h == null || writer == null) {
      return writer;
    }
    try {
      return h.copyWriter(operation, writer);
    } catch (Throwable t) {
      failed(h, "copy", t);
      return writer;
    }
  }

  public static void copyCalled(Object operation, String method, @Nullable Throwable thrown) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.copyCalled(operation, method, thrown);
      } catch (Throwable t) {
        failed(h, "copy", t);
      }
    }
  }

  public static @Nullable Object enterBypass(Object owner) {
    JdbcHandler h = handler;
    if (h == null) {
      return null;
    }
    try {
      return h.enterBypass(owner);
    } catch (Throwable t) {
      failed(h, "bypass", t);
      return null;
    }
  }

  public static void exitBypass(@Nullable Object token, @Nullable Throwable thrown) {
    JdbcHandler h = handler;
    if (h != null && token != null) {
      try {
        h.exitBypass(token, thrown);
      } catch (Throwable t) {
        failed(h, "bypass", t);
      }
    }
  }

  public static boolean records(Object statement) {
    JdbcHandler h = handler;
    if (h == null) {
      return false;
    }
    try {
      return h.records(statement);
    } catch (Throwable t) {
      failed(h, "parameter", t);
      return false;
    }
  }

  public static @Nullable Object enterSetter(
      Object statement, String method, @Nullable Object value) {
    JdbcHandler h = handler;
    if (h == null || value == null) {
      return null;
    }
    try {
      return h.enterSetter(statement, method, value);
    } catch (Throwable t) {
      failed(h, "parameter", t);
      return null;
    }
  }

  public static @Nullable Object replacement(@Nullable Object token) {
    JdbcHandler h = handler;
    if (h == null || token == null) {
      return null;
    }
    try {
      return h.replacement(token);
    } catch (Throwable t) {
      failed(h, "parameter", t);
      return null;
    }
  }

  public static void exitSetter(@Nullable Object token, @Nullable Throwable thrown) {
    JdbcHandler h = handler;
    if (h != null && token != null) {
      try {
        h.exitSetter(token, thrown);
      } catch (Throwable t) {
        failed(h, "parameter", t);
      }
    }
  }

  public static void parameter(
      Object statement,
      String method,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.parameter(statement, method, index, value, option, scale);
      } catch (Throwable t) {
        failed(h, "parameter", t);
      }
    }
  }

  public static void driverParameter(Object statement, int index, @Nullable Object parameter) {
    JdbcHandler h = handler;
    if (h != null && parameter != null) {
      try {
        h.driverParameter(statement, index, parameter);
      } catch (Throwable t) {
        failed(h, "parameter", t);
      }
    }
  }

  public static void opaqueParameter(Object statement, int index) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.opaqueParameter(statement, index);
      } catch (Throwable t) {
        failed(h, "parameter", t);
      }
    }
  }

  public static void enterNamedSetter(Object statement) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.enterNamedSetter(statement);
      } catch (Throwable t) {
        failed(h, "parameter", t);
      }
    }
  }

  public static void exitNamedSetter(Object statement) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.exitNamedSetter(statement);
      } catch (Throwable t) {
        failed(h, "parameter", t);
      }
    }
  }

  public static void outParameter(
      Object statement,
      @Nullable Object parameter,
      @Nullable Object type,
      @Nullable Object option) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.outParameter(statement, parameter, type, option);
      } catch (Throwable t) {
        failed(h, "parameter", t);
      }
    }
  }

  public static void statementOption(Object statement, String method, @Nullable Object value) {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.statementOption(statement, method, value);
      } catch (Throwable t) {
        failed(h, "statement", t);
      }
    }
  }

  public static @Nullable Object enterStatementCall(Object statement, String method) {
    JdbcHandler h = handler;
    if (h == null) {
      return null;
    }
    try {
      return h.enterStatementCall(statement, method);
    } catch (Throwable t) {
      failed(h, "statement", t);
      return null;
    }
  }

  public static void exitStatementCall(
      @Nullable Object token, String method, @Nullable String sql, @Nullable Throwable thrown) {
    JdbcHandler h = handler;
    if (h != null && token != null) {
      try {
        h.exitStatementCall(token, method, sql, thrown);
      } catch (Throwable t) {
        failed(h, "statement", t);
      }
    }
  }

  public static @Nullable Object enterConnectionCall(
      Object connection, String method, @Nullable Object argument, @Nullable Object second) {
    JdbcHandler h = handler;
    if (h == null) {
      return null;
    }
    try {
      return h.enterConnectionCall(connection, method, argument, second);
    } catch (Throwable t) {
      failed(h, "connection", t);
      return null;
    }
  }

  public static void exitConnectionCall(
      @Nullable Object token, @Nullable Object returned, @Nullable Throwable thrown) {
    JdbcHandler h = handler;
    if (h != null && token != null) {
      try {
        h.exitConnectionCall(token, returned, thrown);
      } catch (Throwable t) {
        failed(h, "connection", t);
      }
    }
  }

  public static void arrayCreated(
      @Nullable Object array, @Nullable String typeName, Object @Nullable [] elements) {
    JdbcHandler h = handler;
    if (h != null && array != null && typeName != null) {
      try {
        h.arrayCreated(array, typeName, elements);
      } catch (Throwable t) {
        failed(h, "array", t);
      }
    }
  }

  public static void enterInternal() {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.enterInternal();
      } catch (Throwable t) {
        failed(h, "internal", t);
      }
    }
  }

  public static void exitInternal() {
    JdbcHandler h = handler;
    if (h != null) {
      try {
        h.exitInternal();
      } catch (Throwable t) {
        failed(h, "internal", t);
      }
    }
  }

  private static void failed(JdbcHandler h, String hook, Throwable thrown) {
    try {
      h.failed(hook, thrown);
    } catch (Throwable t) {
      handler = null; // cannot even count: out of the application's way for good
    }
  }
}
