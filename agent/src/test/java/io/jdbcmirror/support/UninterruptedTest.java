package io.jdbcmirror.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UninterruptedTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread = AgentThreads.start("test", this::untilTheEnd);

  @Test
  void waitsAlthoughItIsInterruptedAndKeepsTheInterrupt() {
    Thread.currentThread().interrupt();
    AgentThreads.start("release", end::countDown);
    Uninterrupted.join(thread, 60_000);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void waitsNoLongerThanTheLimit() {
    Uninterrupted.join(thread, 20);

    assertThat(thread.isAlive()).isTrue();
    end.countDown();
  }

  private void untilTheEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
