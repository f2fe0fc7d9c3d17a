package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.ConnectionHandler;
import io.jdbcmirror.bootstrap.CopyHandler;
import io.jdbcmirror.bootstrap.JdbcHandler;
import io.jdbcmirror.bootstrap.KeyHandler;
import io.jdbcmirror.bootstrap.ParameterHandler;
import io.jdbcmirror.bootstrap.StatementHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Stands between the hooks and a handler: every call on one of its parts goes another way. */
final class HandlerProxy {
  /** The interfaces whose methods the hooks call. */
  private static final List<Class<?>> KINDS =
      List.of(
          ConnectionHandler.class,
          StatementHandler.class,
          ParameterHandler.class,
          KeyHandler.class,
          CopyHandler.class);

  private HandlerProxy() {}

  /** What a call becomes. */
  interface Detour {
    Object call(Object part, Method method, Object[] arguments) throws Throwable;
  }

  /** Every method by which a driver's call reaches the agent. */
  static List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (Class<?> kind : KINDS) {
      methods.addAll(List.of(kind.getMethods()));
    }
    return methods;
  }

  static JdbcHandler around(JdbcHandler real, Detour detour) {
    return proxy(
        JdbcHandler.class,
        real,
        (handler, method, arguments) -> {
          Object part = invoke(handler, method, arguments);
          Class<?> type = method.getReturnType();
          return KINDS.contains(type) ? proxy(type, part, detour) : part;
        });
  }

  private static <T> T proxy(Class<T> type, Object real, Detour detour) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> detour.call(real, method, arguments)));
  }

  static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
