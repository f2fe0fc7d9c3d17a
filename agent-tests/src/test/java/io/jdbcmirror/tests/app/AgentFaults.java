package io.jdbcmirror.tests.app;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the agent that is attached to this very application fail at one of its hooks: wraps the
 * handler that stands in the bootstrap class loader, where the hooks find it.
 */
public final class AgentFaults {
  private static final String ROOM = "io.jdbcmirror.bootstrap.";

  private final Class<?> handlerType = type("JdbcHandler");
  private final Object real = field(type("JdbcHooks"), null, "handler");
  private Method faulty;
  private Throwable fault;
  private int left;

  private static Class<?> type(String name) {
    try {
      return Class.forName(ROOM + name, true, null);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no agent is attached", e);
    }
  }

  private static Object field(Class<?> type, Object owner, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Every method by which a driver's call reaches the agent. */
  public List<Method> hooks() {
    List<Method> hooks = new ArrayList<>();
    for (Method part : handlerType.getMethods()) {
      if (isPart(part.getReturnType())) {
        hooks.addAll(List.of(part.getReturnType().getMethods()));
      }
    }
    return hooks;
  }

  /** The one of that name. */
  public Method hook(String name) {
    return hooks().stream().filter(hook -> hook.getName().equals(name)).findAny().orElseThrow();
  }

  private static boolean isPart(Class<?> type) {
    return type.getName().startsWith(ROOM);
  }

  /**
   * The next calls of this method throw, before they do anything.
   *
   * @param times how many of them
   */
  public void failAt(Method hook, Throwable thrown, int times) {
    faulty = hook;
    fault = thrown;
    left = times;
    install(proxy(handlerType, real));
  }

  /**
   * Nothing fails any more.
   *
   * @return how often it has failed
   */
  public int end(int times) {
    install(real);
    return times - left;
  }

  private void install(Object handler) {
    try {
      type("JdbcHooks").getMethod("install", handlerType).invoke(null, handler);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** As if the minute within which faults are counted had passed. */
  public void nextMinute() {
    Object faults = field(real.getClass(), real, "faults");
    try {
      Field count = faults.getClass().getDeclaredField("inWindow");
      count.setAccessible(true);
      count.setInt(faults, 0);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private Object proxy(Class<?> type, Object wrapped) {
    return Proxy.newProxyInstance(
        AgentFaults.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call(wrapped, method, arguments));
  }

  private Object call(Object wrapped, Method method, Object[] arguments) throws Throwable {
    if (method.equals(faulty) && left > 0) {
      left--;
      throw fault;
    }
    try {
      Object returned = method.invoke(wrapped, arguments);
      return isPart(method.getReturnType()) ? proxy(method.getReturnType(), returned) : returned;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
