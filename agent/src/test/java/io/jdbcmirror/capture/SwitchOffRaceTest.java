package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.bootstrap.JdbcHooks;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.Snapshot;
import io.jdbcmirror.mirror.Until;
import io.jdbcmirror.traffic.TrafficQueue;
import io.jdbcmirror.traffic.Transaction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many threads are in hooks, some of which fail, as there come to be too many faults, while the
 * mirror takes: many short rounds, so that the moment of the switching-off is met everywhere.
 */
class SwitchOffRaceTest {
  private static final int THREADS = 3;
  private static final int ROUNDS = 1_000;
  private static final int ONE_FAULT_IN = 25;
  private static final String SAID = "capture is switched off";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private PrintStream err;

  @BeforeEach
  void listen() {
    err = System.err;
    System.setErr(new PrintStream(said, true));
  }

  @AfterEach
  void restore() {
    JdbcHooks.install(null);
    System.setErr(err);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void captureEndsOnceAndLeavesNothing(long seed) throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      said.reset();
      long roundSeed = seed * ROUNDS + i;
      new Round(roundSeed).play();
      assertThat(said.toString().split(SAID, -1)).as("seed %d: %s", roundSeed, said).hasSize(2);
    }
  }

  /** One capture from its first connection to its end. */
  private static final class Round {
    private final long seed;
    private final PrometheusRecorder recorder = new PrometheusRecorder("test");
    private final TrafficQueue queue = new TrafficQueue(1, 20, 1 << 16);
    private final Capture capture = new Capture(config(), queue, recorder);
    private final CyclicBarrier start = new CyclicBarrier(THREADS + 1);
    private final List<Throwable> problems = Collections.synchronizedList(new ArrayList<>());
    private final List<DriverWork> connections = Collections.synchronizedList(new ArrayList<>());
    private final ThreadLocal<SplittableRandom> dice = new ThreadLocal<>();

    Round(long seed) {
      this.seed = seed;
    }

    void play() throws Exception {
      JdbcHooks.install(HandlerProxy.around(capture, this::maybeFail));
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        SplittableRandom own = new SplittableRandom(seed * THREADS + i);
        threads.add(start(() -> work(own)));
      }
      start.await();
      while (threads.stream().anyMatch(Thread::isAlive)) {
        take();
        Thread.yield();
      }
      Until.isTrue(
          () -> {
            take();
            return recorder.snapshot().open() == 0 && recorder.snapshot().inFlight() == 0;
          });
      assertNothingIsLeft();
    }

    private Thread start(Runnable work) {
      Thread thread = new Thread(work);
      thread.setUncaughtExceptionHandler((t, thrown) -> problems.add(thrown));
      thread.start();
      return thread;
    }

    private void work(SplittableRandom own) {
      dice.set(own);
      try {
        start.await();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      while (!capture.isSwitchedOff()) {
        DriverWork work = new DriverWork();
        connections.add(work); // one that is collected cannot be told of the end
        work.run();
      }
    }

    /** Before a call, after it, or not. */
    private Object maybeFail(Object part, Method method, Object[] arguments) throws Throwable {
      SplittableRandom own = dice.get();
      if (own.nextInt(ONE_FAULT_IN) == 0) {
        throw new IllegalStateException();
      }
      Object returned = HandlerProxy.invoke(part, method, arguments);
      if (own.nextInt(ONE_FAULT_IN) == 0) {
        throw new IllegalStateException();
      }
      return returned;
    }

    /** As the mirror does, which does not wait here for keys that are being read. */
    private void take() {
      for (Transaction head = queue.lane(0).peek(); head != null; head = queue.lane(0).peek()) {
        if (head.state() == Transaction.State.AWAITING_KEYS) {
          head.release(System.nanoTime());
        }
        if (head.state() == Transaction.State.PLACED) {
          return;
        }
        queue.lane(0).poll();
        if (head.state() == Transaction.State.RELEASED) {
          recorder.database("source").finished(Outcome.MIRRORED, head.requests().size());
        }
        queue.finish(head);
      }
    }

    private void assertNothingIsLeft() throws Exception {
      assertThat(problems).as("seed %d", seed).isEmpty();
      Until.isTrue(() -> queue.bytes() == 0 && queue.length() == 0);
      Snapshot snapshot = recorder.snapshot();
      long ended = Arrays.stream(Outcome.values()).mapToLong(snapshot::requests).sum();
      assertThat(ended).as("seed %d: %s", seed, snapshot.summary()).isEqualTo(snapshot.requests());
      assertThat(snapshot.captureFailures().values().stream().mapToLong(Long::longValue).sum())
          .as("seed %d", seed)
          .isGreaterThan(10);
    }
  }

  private static Config config() {
    Properties settings = new Properties();
    settings.setProperty("jdbcmirror.target.url", "jdbc:h2:mem:target");
    try {
      return Config.load(null, settings, Map.of());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
