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
import java.util.function.Supplier;

/** A handler, one of whose methods throws: before it does its work, or when it has done it. */
final class FaultyHandler {
  /** The interfaces whose methods the hooks call. */
  private static final List<Class<?>> KINDS =
      List.of(
          ConnectionHandler.class,
          StatementHandler.class,
          ParameterHandler.class,
          KeyHandler.class,
          CopyHandler.class);

  private final Method faulty;
  private final boolean after;
  private final Supplier<Throwable> fault;
  private int left;

  /**
   * @param times how often it throws before it works again
   */
  FaultyHandler(Method faulty, boolean after, Supplier<Throwable> fault, int times) {
    this.faulty = faulty;
    this.after = after;
    this.fault = fault;
    this.left = times;
  }

  /** Every method by which a driver's call reaches the agent. */
  static List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (Class<?> kind : KINDS) {
      methods.addAll(List.of(kind.getMethods()));
    }
    return methods;
  }

  /** How often it may still throw. */
  int left() {
    return left;
  }

  JdbcHandler around(JdbcHandler real) {
    return proxy(
        JdbcHandler.class,
        (method, arguments) -> {
          Object part = invoke(real, method, arguments);
          return KINDS.contains(method.getReturnType())
              ? proxy(method.getReturnType(), (called, given) -> call(part, called, given))
              : part;
        });
  }

  private interface Call {
    Object made(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.made(method, arguments)));
  }

  private Object call(Object part, Method method, Object[] arguments) throws Throwable {
    boolean fails = method.equals(faulty) && left > 0;
    if (fails) {
      left--;
      if (after) {
        invoke(part, method, arguments);
      }
      throw fault.get();
    }
    return invoke(part, method, arguments);
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
