package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private final CountDownLatch aborted = new CountDownLatch(1);
  private final CallWatch watch = new CallWatch();

  @Test
  void connectionOfAHangingCallIsAborted() throws Exception {
    watch.enter(connection());

    Watchdog.abortOverdue(Collections.singletonList(watch), System.nanoTime() + 1_000_000, 1);

    assertThat(aborted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void callThatIsOverOrYoungIsLeftAlone() {
    long now = System.nanoTime();
    watch.enter(connection());
    assertThat(watch.takeOverdue(now, TimeUnit.HOURS.toNanos(1))).isNull();
    watch.leave();
    assertThat(watch.takeOverdue(now + TimeUnit.HOURS.toNanos(2), 1)).isNull();
  }

  private Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            WatchdogTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              if (method.getName().equals("abort")) {
                aborted.countDown();
              }
              return null;
            });
  }
}
