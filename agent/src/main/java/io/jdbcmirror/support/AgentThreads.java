package io.jdbcmirror.support;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ThreadFactory;

/** The one place where the agent's threads are made: daemon, named {@code jdbc-mirror-*}. */
public final class AgentThreads {
  private AgentThreads() {}

  /**
   * Privileged, since a new thread keeps the access control context it was made in, and with it the
   * class loaders of whoever was on the stack: a web application's would stay after its end.
   */
  public static AgentThread create(String name, Runnable work) {
    return AccessController.doPrivileged(
        (PrivilegedAction<AgentThread>) () -> new AgentThread(work, name));
  }

  public static AgentThread start(String name, Runnable work) {
    AgentThread thread = create(name, work);
    thread.start();
    return thread;
  }

  public static ThreadFactory factory(String name) {
    return work -> create(name, work);
  }
}
