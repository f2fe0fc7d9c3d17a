package io.jdbcmirror.tests.app;

import java.util.concurrent.atomic.AtomicInteger;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/** An application's own maker of MBean servers, as application servers have one. */
public final class OwnServerBuilder extends MBeanServerBuilder {
  private static final AtomicInteger MADE = new AtomicInteger();

  @Override
  public MBeanServer newMBeanServer(
      String defaultDomain, MBeanServer outer, MBeanServerDelegate delegate) {
    MADE.incrementAndGet();
    return super.newMBeanServer(defaultDomain, outer, delegate);
  }

  static int made() {
    return MADE.get();
  }
}
