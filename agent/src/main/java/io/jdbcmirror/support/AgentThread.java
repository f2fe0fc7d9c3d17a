package io.jdbcmirror.support;

/**
 * A thread of the agent's own. Connections opened on one are never captured: {@link #isCurrent()}
 * is how capture knows the target's traffic, and the agent's questions to the source, from the
 * application's.
 */
public final class AgentThread extends Thread {
  static final String PREFIX = "jdbc-mirror-";

  @AllowForbidden
  AgentThread(Runnable work, String name) {
    super(topGroup(), work, PREFIX + name);
    setDaemon(true);
    // A web application's loader must not be held by a thread that outlives it.
    setContextClassLoader(null);
    setUncaughtExceptionHandler(
        (thread, e) -> AgentLog.error(thread.getName() + " has ended: " + AgentLog.describe(e)));
  }

  public static boolean isCurrent() {
    return Thread.currentThread() instanceof AgentThread;
  }

  /** Not one of the application's groups, which it may count, interrupt or destroy. */
  static ThreadGroup topGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
