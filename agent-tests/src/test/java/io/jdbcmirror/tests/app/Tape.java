package io.jdbcmirror.tests.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The recording driver's inside: every method of its generated classes ends here. Each call must be
 * the one that the application is just making; then the real driver's object answers, or nothing
 * does and the answer is made up.
 */
public final class Tape {
  /** What the driver's classes stand in; a vendor that the agent does not know. */
  public static final String PACKAGE = "recording.";

  private static final Map<Object, Recorded> WRAPPED = new IdentityHashMap<>();
  private static volatile boolean watching = true;
  private static final ThreadLocal<Integer> INSIDE = ThreadLocal.withInitial(() -> 0);

  private Tape() {}

  /**
   * The methods of an interface or class that can be overridden, always in the same order. What a
   * {@link java.sql.RowId} declares of {@link Object} is no method of a driver's.
   */
  public static Method[] methods(Class<?> type) {
    List<Method> methods = new ArrayList<>();
    for (Method method : type.getMethods()) {
      boolean wanted =
          type.isInterface() ? !isOfObject(method) : !Modifier.isFinal(method.getModifiers());
      if (wanted && !Modifier.isStatic(method.getModifiers()) && !method.isBridge()) {
        methods.add(method);
      }
    }
    methods.sort(
        Comparator.comparing(Method::getName)
            .thenComparing(method -> Arrays.toString(method.getParameterTypes()))
            .thenComparing(method -> method.getDeclaringClass().getName()));
    return methods.toArray(new Method[0]);
  }

  private static boolean isOfObject(Method method) {
    return List.of("equals", "hashCode", "toString").contains(method.getName());
  }

  /** Nothing is compared any more, and what is to be read is read. */
  static void answerEverybody() {
    watching = false;
  }

  /** Called by the generated classes alone. */
  public static Object call(Recorded self, Method method, Object... arguments) {
    if (!watching) {
      Answers.read(arguments);
      return answer(self, method, arguments);
    }
    Call call = Call.current();
    if (call == null) {
      if (!isAgentThread() || !(self.isAgents() || method.getName().equals("connect"))) {
        Watch.violation("unasked: " + method);
      }
      return answer(self, method, arguments);
    }
    call.arrived(self, method, arguments);
    INSIDE.set(INSIDE.get() + 1);
    try {
      return call.answered(answer(self, method, arguments));
    } catch (Throwable thrown) {
      call.threw(thrown);
      throw thrown;
    } finally {
      INSIDE.set(INSIDE.get() - 1);
    }
  }

  /** Called by what the application binds, whose methods are the driver's to call, or nobody's. */
  public static RuntimeException touched(Class<?> bound) {
    if (INSIDE.get() == 0) {
      Watch.violation("touched: a " + bound.getName() + " at " + trace());
    }
    return new IllegalStateException("touched");
  }

  private static String trace() {
    StackTraceElement[] frames = new Throwable().getStackTrace();
    return Arrays.toString(Arrays.copyOfRange(frames, 2, Math.min(8, frames.length)));
  }

  static boolean isAgentThread() {
    return Thread.currentThread().getName().startsWith("jdbc-mirror");
  }

  private static Object answer(Recorded self, Method method, Object[] arguments) {
    Call call = Call.current();
    if (call != null && call.toThrow() != null) {
      throw Call.<RuntimeException>sneaky(call.toThrow());
    }
    if (method.getName().equals("connect")) {
      return wrap(RecordingConnections.open((String) arguments[0]), method.getReturnType());
    }
    return self.real() == null
        ? Answers.madeUp(method.getReturnType())
        : wrap(invoke(self.real(), method, arguments), null);
  }

  private static Object invoke(Object real, Method method, Object[] arguments) {
    Object[] given = new Object[arguments.length];
    for (int i = 0; i < given.length; i++) {
      given[i] = arguments[i] instanceof Recorded recorded ? recorded.real() : arguments[i];
    }
    try {
      return method.invoke(real, given);
    } catch (InvocationTargetException e) {
      throw Call.<RuntimeException>sneaky(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** One wrapper for one object of the real driver. */
  private static Object wrap(Object real, Class<?> type) {
    Class<?> wrapped = type == null ? Answers.jdbcType(real) : type;
    if (wrapped == null) {
      return real;
    }
    synchronized (WRAPPED) {
      return real == null
          ? Answers.recorded(wrapped, null)
          : WRAPPED.computeIfAbsent(real, each -> Answers.recorded(wrapped, each));
    }
  }

  static List<Class<?>> types() {
    return Collections.unmodifiableList(Answers.TYPES);
  }
}
