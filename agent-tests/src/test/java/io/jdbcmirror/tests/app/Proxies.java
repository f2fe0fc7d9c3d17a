package io.jdbcmirror.tests.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Consumer;

/** Proxies whose connections, metadata and statements are proxies; nobody knows their classes. */
public final class Proxies {
  private static final Set<Class<?>> WRAPPED = Set.of(Connection.class, DatabaseMetaData.class);

  private Proxies() {}

  /**
   * A proxy for {@code real}.
   *
   * @param called is told of each call before it is made
   */
  public static <T> T wrap(Class<T> type, Object real, Consumer<Method> called) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          called.accept(method);
          Object result = invoke(real, method, arguments);
          Class<?> made = method.getReturnType();
          boolean wrapped = WRAPPED.contains(made) || Statement.class.isAssignableFrom(made);
          return wrapped && result != null ? wrap(made, result, called) : result;
        };
    return type.cast(
        Proxy.newProxyInstance(Proxies.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
