package io.jdbcmirror.support;

import java.lang.reflect.Constructor;
import java.security.AccessControlContext;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Makes threads that take nothing over from the one they are made on: no inheritable thread local
 * (whose {@code childValue} would be the application's own code), no access control context.
 */
final class BareThreads {
  private BareThreads() {}

  static Thread create(Runnable work) {
    Thread thread = AccessController.doPrivileged((PrivilegedAction<Thread>) () -> make(work));
    thread.setDaemon(true);
    return thread;
  }

  private static Thread make(Runnable work) {
    try {
      return sinceJava9(work);
    } catch (NoSuchMethodException e) {
      return onJava8(work);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return inheriting(work);
    }
  }

  private static Thread sinceJava9(Runnable work) throws ReflectiveOperationException {
    return Thread.class
        .getConstructor(ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class)
        .newInstance(AgentThread.topGroup(), work, AgentThread.PREFIX + "maker", 0L, false);
  }

  /** What the JDK itself has for threads of this kind; there reflection may call it. */
  private static Thread onJava8(Runnable work) {
    try {
      Constructor<Thread> constructor =
          Thread.class.getDeclaredConstructor(Runnable.class, AccessControlContext.class);
      constructor.setAccessible(true);
      return constructor.newInstance(work, AccessController.getContext());
    } catch (ReflectiveOperationException | RuntimeException e) {
      return inheriting(work);
    }
  }

  @AllowForbidden
  private static Thread inheriting(Runnable work) {
    return new Thread(AgentThread.topGroup(), work, AgentThread.PREFIX + "maker");
  }
}
