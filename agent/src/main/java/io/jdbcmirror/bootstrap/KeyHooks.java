package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** The way to {@link KeyHandler}, as {@link JdbcHooks} says. */
public final class KeyHooks {
  private KeyHooks() {}

  public static @Nullable Object enterGeneratedKeys(Object statement) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null) {
      return null;
    }
    try {
      return h.keys().enterGeneratedKeys(statement);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "keys", statement, t);
      return null;
    }
  }

  public static void exitGeneratedKeys(@Nullable Object token, @Nullable Object resultSet) {
    JdbcHandler h = JdbcHooks.ending();
    if (h != null && token != null) {
      try {
        h.keys().exitGeneratedKeys(token, resultSet);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "keys", token, t);
      }
    }
  }

  public static boolean readsKeys(Object resultSet) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null) {
      return false;
    }
    try {
      return h.keys().readsKeys(resultSet);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "keys", resultSet, t);
      return false;
    }
  }

  /**
   * @return whether the call's end is wanted
   */
  public static boolean enterKeyStep(Object resultSet) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null) {
      return false;
    }
    try {
      h.keys().enterKeyStep(resultSet);
      return true;
    } catch (Throwable t) {
      JdbcHooks.failed(h, "keys", resultSet, t);
      return false;
    }
  }

  public static void exitKeyStep(Object resultSet, String method, @Nullable Object returned) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null) {
      try {
        h.keys().exitKeyStep(resultSet, method, returned);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "keys", resultSet, t);
      }
    }
  }

  public static void key(Object resultSet, @Nullable Object column, @Nullable Object value) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && column != null) {
      try {
        h.keys().key(resultSet, column, value);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "keys", resultSet, t);
      }
    }
  }
}
