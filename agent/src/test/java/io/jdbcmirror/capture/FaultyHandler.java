package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.JdbcHandler;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/** A handler, one of whose methods throws: before it does its work, or when it has done it. */
final class FaultyHandler {
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

  /** How often it may still throw. */
  int left() {
    return left;
  }

  JdbcHandler around(JdbcHandler real) {
    return HandlerProxy.around(real, this::call);
  }

  private Object call(Object part, Method method, Object[] arguments) throws Throwable {
    boolean fails = method.equals(faulty) && left > 0;
    if (fails) {
      left--;
      if (after) {
        HandlerProxy.invoke(part, method, arguments);
      }
      throw fault.get();
    }
    return HandlerProxy.invoke(part, method, arguments);
  }
}
