package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** The way to {@link ResultHandler}, as {@link JdbcHooks} says. */
public final class ResultHooks {
  private ResultHooks() {}

  /**
   * @return whether the call's end is wanted
   */
  public static boolean enterStep(@Nullable Object resultSet) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || resultSet == null) {
      return false;
    }
    try {
      boolean followed = h.results().followsSteps(resultSet);
      if (followed) {
        h.results().enterResultCall(resultSet);
      }
      return followed;
    } catch (Throwable t) {
      JdbcHooks.failed(h, "results", resultSet, t);
      return false;
    }
  }

  /**
   * @return whether the call's end is wanted
   */
  public static boolean enterGetter(@Nullable Object resultSet) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || resultSet == null) {
      return false;
    }
    try {
      boolean followed = h.results().followsValues(resultSet);
      if (followed) {
        h.results().enterResultCall(resultSet);
      }
      return followed;
    } catch (Throwable t) {
      JdbcHooks.failed(h, "results", resultSet, t);
      return false;
    }
  }

  public static void exitStep(
      @Nullable Object resultSet, String method, @Nullable Object returned) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && resultSet != null) {
      try {
        h.results().exitStep(resultSet, method, returned);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "results", resultSet, t);
      }
    }
  }

  public static void exitGetter(
      @Nullable Object resultSet,
      String method,
      @Nullable Object column,
      @Nullable Object type,
      @Nullable Object value,
      @Nullable Throwable thrown) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && resultSet != null) {
      try {
        h.results()
            .exitGetter(resultSet, method, column == null ? "" : column, type, value, thrown);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "results", resultSet, t);
      }
    }
  }

  /**
   * @param count boxed
   */
  public static void updateCount(@Nullable Object statement, @Nullable Object count) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && statement != null && count instanceof Number) {
      try {
        h.results().updateCount(statement, ((Number) count).longValue());
      } catch (Throwable t) {
        JdbcHooks.failed(h, "results", statement, t);
      }
    }
  }

  public static void moreResults(@Nullable Object statement) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && statement != null) {
      try {
        h.results().moreResults(statement);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "results", statement, t);
      }
    }
  }
}
