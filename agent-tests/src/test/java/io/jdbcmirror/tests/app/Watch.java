package io.jdbcmirror.tests.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The application's side of the recording driver: proxies, which the agent passes over. Each call
 * is noted as it goes out and compared as it comes back, with the thread's interrupt flag.
 */
public final class Watch {
  private static final List<String> VIOLATIONS = Collections.synchronizedList(new ArrayList<>());
  private static final Set<String> REPLACED = Collections.synchronizedSet(new TreeSet<>());
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final ThreadLocal<Throwable> NEXT_THROWN = new ThreadLocal<>();

  private Watch() {}

  static void violation(String what) {
    VIOLATIONS.add(what);
  }

  static void replaced(String setter) {
    REPLACED.add(setter);
  }

  /** What was not as it is without an agent. */
  public static ArrayList<String> violations() {
    return new ArrayList<>(VIOLATIONS);
  }

  /** The setters whose driver was given something else to read than the application gave. */
  public static ArrayList<String> replaced() {
    return new ArrayList<>(REPLACED);
  }

  public static int calls() {
    return CALLS.get();
  }

  /** The driver will throw this at the thread's next call. */
  static void throwNext(Throwable thrown) {
    NEXT_THROWN.set(thrown);
  }

  static Object over(Recorded recorded) {
    return Proxy.newProxyInstance(
        Watch.class.getClassLoader(),
        new Class<?>[] {Answers.jdbcType(recorded), Watched.class},
        (proxy, method, arguments) -> call(proxy, recorded, method, arguments));
  }

  /** Of the proxies. */
  interface Watched {
    Recorded recorded();
  }

  private static Object call(Object proxy, Recorded target, Method method, Object[] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Watched.class) {
      return target;
    }
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    Throwable toThrow = NEXT_THROWN.get();
    NEXT_THROWN.remove();
    Object[] passed = passed(arguments);
    Method overridden =
        Answers.jdbcType(target).getMethod(method.getName(), method.getParameterTypes());
    Call call = new Call(target, overridden, passed, toThrow);
    CALLS.incrementAndGet();
    boolean interrupted = Thread.currentThread().isInterrupted();
    call.begin();
    Object result;
    try {
      result = method.invoke(target, passed);
    } catch (InvocationTargetException e) {
      call.failed(e.getCause());
      throw e.getCause();
    } finally {
      if (interrupted != Thread.currentThread().isInterrupted()) {
        violation("another interrupt flag after " + method);
      }
    }
    call.returned(result);
    return result instanceof Recorded recorded ? recorded.watched() : result;
  }

  private static Object[] passed(Object[] arguments) {
    Object[] passed = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < passed.length; i++) {
      if (passed[i] instanceof Watched watched) {
        passed[i] = watched.recorded();
      }
    }
    return passed;
  }

  private static Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "watched";
    };
  }
}
