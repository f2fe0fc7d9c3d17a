package io.jdbcmirror.tests.app;

import java.lang.management.ManagementFactory;
import java.util.logging.LogManager;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** What an application does with JMX, step by step, and what the agent has made of it. */
public final class MirrorBeans {
  public static final String NAME = "io.jdbcmirror:type=Mirror";

  private MirrorBeans() {}

  /** Servers that anybody has made so far, and whether the agent looks for one. */
  public static String untouched() {
    boolean looks =
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().equals("jdbc-mirror-jmx"));
    return MBeanServerFactory.findMBeanServer(null).size() + " servers, looks: " + looks;
  }

  /** Only now names what it wants to have, and uses it: where it comes too late it is ignored. */
  public static String own() {
    System.setProperty("java.util.logging.manager", OwnLogManager.class.getName());
    System.setProperty("javax.management.builder.initial", OwnServerBuilder.class.getName());
    MBeanServerFactory.createMBeanServer("one that is not the platform's");
    ManagementFactory.getPlatformMBeanServer();
    return OwnServerBuilder.made() + " servers, " + LogManager.getLogManager().getClass().getName();
  }

  /** In how many servers the bean is. */
  public static int registered() throws JMException {
    int count = 0;
    for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
      count += server.isRegistered(new ObjectName(NAME)) ? 1 : 0;
    }
    return count;
  }

  /** Somebody else's bean has the name. */
  public static void takeName() throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .registerMBean(new MBeanServerDelegate(), new ObjectName(NAME));
  }

  /** Whether it is in the platform's server, and not any more. */
  public static boolean unregister() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    boolean there = server.isRegistered(new ObjectName(NAME));
    server.unregisterMBean(new ObjectName(NAME));
    return there;
  }
}
