package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** The way to {@link KeyHandler}, as {@link JdbcHooks} says. */
public final class KeyHooks {
  private KeyHooks() {}

  public static @Nullable Object enterGeneratedKeys(@Nullable Object statement) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || statement == null) {
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
}
