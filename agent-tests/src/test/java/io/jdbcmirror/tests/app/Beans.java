package io.jdbcmirror.tests.app;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

/** All that this JVM tells of itself by JMX. */
public final class Beans {
  private Beans() {}

  public static String text() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    StringBuilder text = new StringBuilder();
    for (ObjectName name : server.queryNames(null, null)) {
      text.append(name).append('\n');
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        text.append(attribute.getName()).append('=');
        text.append(value(server, name, attribute.getName())).append('\n');
      }
    }
    return text.toString();
  }

  private static Object value(MBeanServer server, ObjectName name, String attribute)
      throws JMException {
    try {
      Object value = server.getAttribute(name, attribute);
      return value instanceof Object[] array ? java.util.Arrays.deepToString(array) : value;
    } catch (RuntimeMBeanException unsupported) {
      return "unsupported";
    }
  }
}
