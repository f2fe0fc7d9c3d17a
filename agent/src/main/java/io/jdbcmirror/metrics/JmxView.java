package io.jdbcmirror.metrics;

import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.support.AgentThread;
import io.jdbcmirror.support.AgentThreads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Shows the mirror to JMX as soon as the application, or a console that attaches to it, has an
 * MBean server; the agent makes none. The bean stays until the JVM ends, and if somebody takes it
 * away it stays away. It keeps no class loader alive but the agent's own, which never ends anyway.
 */
public final class JmxView {
  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final MirrorBean bean;
  private final AgentThread thread;
  private volatile boolean stopped;

  private JmxView(MirrorBean bean) {
    this.bean = bean;
    this.thread = AgentThreads.create("jmx", this::run);
  }

  /**
   * Starts to look for a server, on a thread that ends when the bean is there.
   *
   * @param state what the agent is doing, in words
   * @param exposure that holds now
   */
  public static JmxView start(
      Supplier<Snapshot> snapshots, Supplier<String> state, DoubleSupplier exposure) {
    JmxView view = new JmxView(new MirrorBean(snapshots, state, exposure));
    view.thread.start();
    return view;
  }

  /** Looks no more; does not wait. */
  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!stopped && !isSettled()) {
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  private boolean isSettled() {
    try {
      return PlatformBeans.register(bean);
    } catch (LinkageError e) {
      tell(e);
      return true;
    } catch (Exception e) {
      unseen(AgentLog.describe(e));
      return true;
    }
  }

  /** A Java runtime without the module java.management has nobody who could look. */
  private static void tell(LinkageError e) {
    String text = AgentLog.firstLine(e.getMessage());
    if (!text.contains("javax/management")) {
      unseen("the agent's jar is damaged: " + e.getClass().getName() + ": " + text);
    }
  }

  private static void unseen(String reason) {
    AgentLog.warn("JMX does not show the mirror, which goes on: " + reason);
  }
}
