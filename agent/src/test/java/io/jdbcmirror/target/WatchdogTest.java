package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.mirror.Until;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

  @Test
  void statementThatIsLateIsCancelledBeforeTheNextOneBegins() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Thread mirror = new Thread(watch::leave);
    watch.enter(connection());
    watch.limit(statement(asked, answered), 1);
    Watchdog.cancelLate(Collections.singletonList(watch), System.nanoTime() + 1_000_000);
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

    mirror.start();
    Until.isTrue(() -> mirror.getState() == Thread.State.TIMED_WAITING);
    answered.countDown();
    mirror.join(TimeUnit.SECONDS.toMillis(20));
    assertThat(mirror.isAlive()).isFalse();
  }

  @Test
  void statementThatIsOverOrYoungIsNotCancelled() {
    long now = System.nanoTime();
    Statement statement = statement(new CountDownLatch(1), new CountDownLatch(0));
    watch.limit(statement, TimeUnit.HOURS.toNanos(1));
    assertThat(watch.takeLate(now)).isNull();
    watch.leave();
    assertThat(watch.takeLate(now + TimeUnit.HOURS.toNanos(2))).isNull();
  }

  @Test
  void aCancelThatFailsHoldsNobodyUp() {
    Call refusing =
        () -> {
          throw new SQLException("refused", "08001");
        };
    watch.limit(proxy(Statement.class, "cancel", refusing), 1);
    Watchdog.cancelLate(Collections.singletonList(watch), System.nanoTime() + 1_000_000);

    watch.leave();
  }

  /** One whose cancel takes as long as somebody wants. */
  private static Statement statement(CountDownLatch asked, CountDownLatch answered) {
    return proxy(
        Statement.class,
        "cancel",
        () -> {
          asked.countDown();
          answered.await();
        });
  }

  private Connection connection() {
    return proxy(Connection.class, "abort", aborted::countDown);
  }

  private static <T> T proxy(Class<T> type, String method, Call call) {
    Object proxy =
        Proxy.newProxyInstance(
            WatchdogTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> {
              if (called.getName().equals(method)) {
                call.call();
              }
              return null;
            });
    return type.cast(proxy);
  }

  private interface Call {
    void call() throws Exception;
  }
}
