package io.jdbcmirror.support;

import java.util.concurrent.ThreadFactory;

/** The one place where the agent's threads are made: daemon, named {@code jdbc-mirror-*}. */
public final class AgentThreads {
  private AgentThreads() {}

  public static AgentThread create(String name, Runnable work) {
    return new AgentThread(work, name);
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
