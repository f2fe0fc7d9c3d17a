package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** The way to {@link ParameterHandler}, as {@link JdbcHooks} says. */
public final class ParameterHooks {
  private ParameterHooks() {}

  public static boolean records(@Nullable Object statement) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || statement == null) {
      return false;
    }
    try {
      return h.parameters().records(statement);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "parameter", statement, t);
      return false;
    }
  }

  public static @Nullable Object enterSetter(
      @Nullable Object statement, String method, @Nullable Object value) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || statement == null || value == null) {
      return null;
    }
    try {
      return h.parameters().enterSetter(statement, method, value);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "parameter", statement, t);
      return null;
    }
  }

  public static @Nullable Object replacement(@Nullable Object token) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || token == null) {
      return null;
    }
    try {
      return h.parameters().replacement(token);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "parameter", null, t);
      return null;
    }
  }

  public static void exitSetter(@Nullable Object token, @Nullable Throwable thrown) {
    JdbcHandler h = JdbcHooks.ending();
    if (h != null && token != null) {
      try {
        h.parameters().exitSetter(token, thrown);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "parameter", token, t);
      }
    }
  }

  public static void parameter(
      @Nullable Object statement,
      String method,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && statement != null) {
      try {
        h.parameters().parameter(statement, method, index, value, option, scale);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "parameter", statement, t);
      }
    }
  }

  public static void driverParameter(
      @Nullable Object statement, int index, @Nullable Object parameter) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && statement != null && parameter != null) {
      try {
        h.parameters().driverParameter(statement, index, parameter);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "parameter", statement, t);
      }
    }
  }

  public static void opaqueParameter(@Nullable Object statement, int index) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && statement != null) {
      try {
        h.parameters().opaqueParameter(statement, index);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "parameter", statement, t);
      }
    }
  }

  public static void enterNamedSetter(@Nullable Object statement) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && statement != null) {
      try {
        h.parameters().enterNamedSetter(statement);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "parameter", statement, t);
      }
    }
  }

  public static void exitNamedSetter(@Nullable Object statement) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && statement != null) {
      try {
        h.parameters().exitNamedSetter(statement);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "parameter", statement, t);
      }
    }
  }

  public static void outParameter(
      @Nullable Object statement,
      @Nullable Object parameter,
      @Nullable Object type,
      @Nullable Object option) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && statement != null) {
      try {
        h.parameters().outParameter(statement, parameter, type, option);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "parameter", statement, t);
      }
    }
  }

  public static void arrayCreated(
      @Nullable Object array, @Nullable String typeName, Object @Nullable [] elements) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && array != null && typeName != null) {
      try {
        h.parameters().arrayCreated(array, typeName, elements);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "array", null, t);
      }
    }
  }
}
