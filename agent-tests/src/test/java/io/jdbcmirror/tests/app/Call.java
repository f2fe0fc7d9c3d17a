package io.jdbcmirror.tests.app;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * One call of the application that is under way: what it has passed, what has arrived at the
 * driver, what came back from there. Confined to its thread.
 */
final class Call {
  private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();
  private static final String SHELL = "io.jdbcmirror.capture.Recording";

  private final Recorded target;
  private final Method method;
  private final Object[] passed;
  private final Throwable toThrow;
  private int arrivals;
  private Object answer;
  private Throwable thrown;

  Call(Recorded target, Method method, Object[] passed, Throwable toThrow) {
    this.target = target;
    this.method = method;
    this.passed = passed;
    this.toThrow = toThrow;
  }

  static Call current() {
    return CURRENT.get();
  }

  void begin() {
    CURRENT.set(this);
  }

  /** What the driver is to throw, null for nothing. */
  Throwable toThrow() {
    return toThrow;
  }

  void arrived(Recorded self, Method called, Object[] arguments) {
    arrivals++;
    if (self != target || !called.equals(method) || arguments.length != passed.length) {
      Watch.violation("another call than " + method + ": " + called);
      return;
    }
    for (int i = 0; i < passed.length; i++) {
      if (!isSame(method.getParameterTypes()[i], passed[i], arguments[i])) {
        other(passed[i], arguments[i]);
      }
    }
  }

  private void other(Object given, Object got) {
    boolean read = given instanceof InputStream || given instanceof Reader;
    if (read && got != null && got.getClass().getName().startsWith(SHELL)) {
      Watch.replaced(signature());
    } else {
      Watch.violation("another argument at " + method + ": a " + got.getClass());
    }
  }

  private String signature() {
    String[] types =
        Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toArray(String[]::new);
    return method.getName() + "(" + String.join(", ", types) + ")";
  }

  private static boolean isSame(Class<?> type, Object one, Object other) {
    return type.isPrimitive() ? one.equals(other) : one == other;
  }

  Object answered(Object result) {
    answer = result;
    return result;
  }

  void threw(Throwable failure) {
    thrown = failure;
  }

  void returned(Object result) {
    end();
    boolean nothing = method.getReturnType() == void.class;
    if (thrown != null || !(nothing || isSame(method.getReturnType(), answer, result))) {
      Watch.violation("another result of " + method);
    }
  }

  void failed(Throwable failure) {
    end();
    if (failure != thrown) {
      Watch.violation("another exception of " + method + ": " + failure);
    }
  }

  private void end() {
    CURRENT.remove();
    if (arrivals != 1) {
      Watch.violation(arrivals + " calls for one of " + method);
    }
  }

  @SuppressWarnings("unchecked")
  static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
