package io.jdbcmirror.metrics;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/**
 * The JVM's own MBean server, where there is one already. To ask for it would make it: with the
 * builder that is named now, not the one an application server names a moment later, and with its
 * log manager started. So it is looked for among those that were made, and known by what it alone
 * holds.
 *
 * <p>Nothing else of the agent knows JMX, which a Java runtime may lack.
 */
final class PlatformBeans {
  private static final String ALWAYS_THERE = "java.lang:type=Runtime";
  private static final String NAME = "io.jdbcmirror:type=Mirror";

  private PlatformBeans() {}

  /**
   * @return false if there is no such server yet
   * @throws JMException if it does not take the bean
   */
  static boolean register(MirrorBean bean) throws JMException {
    for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
      if (server.isRegistered(new ObjectName(ALWAYS_THERE))) {
        server.registerMBean(bean, new ObjectName(NAME));
        return true;
      }
    }
    return false;
  }
}
