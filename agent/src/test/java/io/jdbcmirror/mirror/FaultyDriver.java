package io.jdbcmirror.mirror;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/**
 * H2 behind the URL {@code jdbc:faulty:...}, failing on command at one of the points {@code
 * connect}, {@code execute}, {@code commit}, {@code rollback}, {@code isValid}.
 */
public final class FaultyDriver implements Driver {
  private static final String PREFIX = "jdbc:faulty:";
  private static final Map<String, ConcurrentLinkedQueue<Fault>> FAULTS = new ConcurrentHashMap<>();
  static final AtomicInteger CONNECTS = new AtomicInteger();

  /** What happens at a point. */
  interface Fault {
    void strike(Connection connection) throws SQLException;
  }

  static void reset() {
    FAULTS.clear();
    CONNECTS.set(0);
  }

  static void next(String point, Fault fault) {
    FAULTS.computeIfAbsent(point, key -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  /** Fails with a state; the connection lives. */
  static Fault error(String state) {
    return connection -> {
      throw new SQLException("secret", state);
    };
  }

  /** The connection breaks; what was not committed is gone. */
  static Fault cut() {
    return connection -> {
      if (connection != null) {
        connection.close();
      }
      throw new SQLException("secret", "08006");
    };
  }

  static Fault hang(CountDownLatch reached, CountDownLatch end) {
    return connection -> {
      reached.countDown();
      boolean interrupted = false;
      while (end.getCount() > 0) {
        try {
          end.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    if (!url.startsWith(PREFIX)) {
      return new org.h2.Driver().connect(url, info);
    }
    CONNECTS.incrementAndGet();
    strike("connect", null);
    Connection real = new org.h2.Driver().connect("jdbc:" + url.substring(PREFIX.length()), info);
    return proxy(Connection.class, real, real);
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX) || url.startsWith("jdbc:h2:");
  }

  private static <T> T proxy(Class<T> type, T real, Connection connection) {
    return type.cast(
        Proxy.newProxyInstance(
            FaultyDriver.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> call(real, connection, method, args)));
  }

  private static Object call(Object real, Connection connection, Method method, Object[] args)
      throws Throwable {
    strike(method.getName().startsWith("execute") ? "execute" : method.getName(), connection);
    try {
      Object result = method.invoke(real, args);
      if (result instanceof PreparedStatement) {
        return proxy(PreparedStatement.class, (PreparedStatement) result, connection);
      }
      return result instanceof Statement
          ? proxy(Statement.class, (Statement) result, connection)
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The guard's own questions pass: faults are for the mirrored work. */
  private static void strike(String point, Connection connection) throws SQLException {
    if (point.equals("execute") && isGuard()) {
      return;
    }
    ConcurrentLinkedQueue<Fault> queue = FAULTS.get(point);
    Fault fault = queue == null ? null : queue.poll();
    if (fault != null) {
      fault.strike(connection);
    }
  }

  private static boolean isGuard() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().endsWith(".SafetyGuard")));
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return null;
  }
}
