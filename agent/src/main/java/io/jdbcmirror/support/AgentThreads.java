package io.jdbcmirror.support;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one place where the agent's threads are made: daemon, named {@code jdbc-mirror-*}. */
public final class AgentThreads {
  private static final long MAKING_MILLIS = 1_000;

  private AgentThreads() {}

  /**
   * A new thread keeps the inheritable thread locals of the one it is made on, and the access
   * control context with the class loaders of whoever was on the stack: a web application's would
   * stay after its end. So it is not made on an application's thread.
   */
  public static AgentThread create(String name, Runnable work) {
    AgentThread made = AgentThread.isCurrent() ? null : createApart(name, work);
    return made == null ? make(name, work) : made;
  }

  public static AgentThread start(String name, Runnable work) {
    AgentThread thread = create(name, work);
    thread.start();
    return thread;
  }

  public static ThreadFactory factory(String name) {
    return work -> create(name, work);
  }

  private static @Nullable AgentThread createApart(String name, Runnable work) {
    AtomicReference<@Nullable AgentThread> made = new AtomicReference<>();
    Thread maker = BareThreads.create(() -> made.set(make(name, work)));
    maker.start();
    Uninterrupted.join(maker, MAKING_MILLIS);
    return made.get();
  }

  private static AgentThread make(String name, Runnable work) {
    return AccessController.doPrivileged(
        (PrivilegedAction<AgentThread>) () -> new AgentThread(work, name));
  }
}
