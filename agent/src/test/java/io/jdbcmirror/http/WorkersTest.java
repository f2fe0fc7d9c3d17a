package io.jdbcmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final Workers workers = new Workers(200);

  @AfterEach
  void stop() {
    workers.stop();
  }

  @Test
  void whatTakesTooLongIsInterruptedAndTheThreadIsFreeAgain() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(4);
    for (int i = 0; i < 4; i++) {
      workers.execute(() -> waitForEver(interrupted));
    }
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    AtomicBoolean clean = new AtomicBoolean();
    CountDownLatch done = new CountDownLatch(1);
    workers.execute(
        () -> {
          clean.set(!Thread.currentThread().isInterrupted());
          done.countDown();
        });
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(clean).isTrue();
  }

  private static void waitForEver(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  @Test
  void afterTheEndNothingIsRunAndNothingThrown() {
    workers.stop();
    workers.execute(
        () -> {
          throw new AssertionError("run after stop");
        });
  }

  /** It made "jdbc-mirror-http has ended" of an exchange that had just begun. */
  @Test
  void anEndInTheMiddleOfAnExchangeIsSilent() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      for (int i = 0; i < 300; i++) {
        endInTheMiddle(i);
      }
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static void endInTheMiddle(int round) throws InterruptedException {
    Workers ending = new Workers(200);
    for (int i = 0; i < 16; i++) {
      ending.execute(() -> {});
    }
    for (int i = 0; i < round * 50; i++) {
      Thread.onSpinWait();
    }
    ending.stop();
    assertThat(ending.awaitEnd(10_000)).isTrue();
  }
}
