package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** The way to {@link StatementHandler}, as {@link JdbcHooks} says. */
public final class StatementHooks {
  private StatementHooks() {}

  public static void statementCreated(
      @Nullable Object connection,
      String method,
      @Nullable Object statement,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && connection != null && statement != null) {
      try {
        h.statements()
            .statementCreated(connection, method, statement, first, second, third, fourth);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "statement", connection, t);
      }
    }
  }

  public static @Nullable Object enterExecute(
      @Nullable Object statement,
      String method,
      @Nullable String sql,
      @Nullable Object generatedKeys) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || statement == null) {
      return null;
    }
    try {
      return h.statements().enterExecute(statement, method, sql, generatedKeys);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "execute", statement, t);
      return null;
    }
  }

  public static void exitExecute(
      @Nullable Object token,
      @Nullable Object statement,
      @Nullable Object returned,
      @Nullable Throwable thrown) {
    JdbcHandler h = JdbcHooks.ending();
    if (h != null && token != null) {
      try {
        h.statements().exitExecute(token, statement, returned, thrown);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "execute", token, t);
      }
    }
  }

  public static void derived(@Nullable Object maker, @Nullable Object made) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && maker != null && made != null) {
      try {
        h.statements().derived(maker, made);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "derived", maker, t);
      }
    }
  }

  public static void statementOption(
      @Nullable Object statement, String method, @Nullable Object value) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && statement != null) {
      try {
        h.statements().statementOption(statement, method, value);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "statement", statement, t);
      }
    }
  }

  public static @Nullable Object enterStatementCall(@Nullable Object statement, String method) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || statement == null) {
      return null;
    }
    try {
      return h.statements().enterStatementCall(statement, method);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "statement", statement, t);
      return null;
    }
  }

  public static void exitStatementCall(
      @Nullable Object token, String method, @Nullable String sql, @Nullable Throwable thrown) {
    JdbcHandler h = JdbcHooks.ending();
    if (h != null && token != null) {
      try {
        h.statements().exitStatementCall(token, method, sql, thrown);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "statement", token, t);
      }
    }
  }

  public static @Nullable Object enterBypass(Object owner) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null) {
      return null;
    }
    try {
      return h.statements().enterBypass(owner);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "bypass", owner, t);
      return null;
    }
  }

  public static void exitBypass(@Nullable Object token, @Nullable Throwable thrown) {
    JdbcHandler h = JdbcHooks.ending();
    if (h != null && token != null) {
      try {
        h.statements().exitBypass(token, thrown);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "bypass", token, t);
      }
    }
  }
}
