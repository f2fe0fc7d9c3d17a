package io.jdbcmirror.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Application threads place, release and cancel while the mirror takes, and while it is stopped:
 * many short rounds, so that the moments at their ends are met often.
 */
class PlaceRaceTest {
  private static final int PRODUCERS = 3;
  private static final int EACH = 300;
  private static final int ROUNDS = 100;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatIsReleasedIsTakenOnceInTheOrderOfItsPlaces(long seed) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      new Round(seed * ROUNDS + round).play(false);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4})
  void whatIsInTheQueueAtTheStopIsCountedOnce(long seed) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      new Round(seed * ROUNDS + round).play(true);
    }
  }

  /** One queue from its first transaction to its end. */
  private static final class Round {
    private final long seed;
    private final Traffic traffic = new Traffic("jdbc:h2:mem:none", 1);
    private final Ledger ledger = new Ledger(traffic.queue, traffic.recorder);
    private final LaneReader reader = new LaneReader(traffic.queue.lane(0), PATIENCE, ledger);
    private final CyclicBarrier start = new CyclicBarrier(PRODUCERS + 1);
    private final Map<Transaction, Integer> numbers =
        Collections.synchronizedMap(new IdentityHashMap<>());
    private final AtomicInteger cancelledByThem = new AtomicInteger();
    private final List<Throwable> problems = Collections.synchronizedList(new ArrayList<>());
    private int lastNumber;

    Round(long seed) {
      this.seed = seed;
    }

    void play(boolean stopped) throws Exception {
      List<Thread> producers = new ArrayList<>();
      for (int i = 0; i < PRODUCERS; i++) {
        SplittableRandom dice = new SplittableRandom(seed * PRODUCERS + i);
        Session session = traffic.session();
        producers.add(start(() -> produce(session, dice)));
      }
      start.await();
      int applied = consume(producers, stopped ? new SplittableRandom(seed).nextInt(600) : -1);
      for (Thread producer : producers) {
        producer.join();
      }
      reader.close().forEach(ledger::abandon);
      assertThat(problems).as("seed %d", seed).isEmpty();
      int all = PRODUCERS * EACH;
      int dropped = traffic.recorder.requests(Outcome.SHUTDOWN);
      assertThat(applied + dropped + cancelledByThem.get()).as("seed %d", seed).isEqualTo(all);
      assertThat(stopped || dropped == 0).as("seed %d: dropped %d", seed, dropped).isTrue();
      assertThat(traffic.queue.length()).as("seed %d", seed).isZero();
      assertThat(traffic.queue.bytes()).as("seed %d", seed).isZero();
    }

    private Thread start(Runnable work) {
      Thread thread = new Thread(work);
      thread.setUncaughtExceptionHandler((t, thrown) -> problems.add(thrown));
      thread.start();
      return thread;
    }

    private void produce(Session session, SplittableRandom dice) {
      try {
        start.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new AssertionError(e);
      }
      for (int i = 0; i < EACH; i++) {
        Transaction transaction = place(session);
        if (dice.nextInt(8) == 0) {
          Thread.yield();
        }
        if (dice.nextInt(4) > 0) {
          transaction.release(System.nanoTime());
        } else if (transaction.cancel()) {
          cancelledByThem.incrementAndGet();
        }
      }
    }

    /** As one who holds a row lock: its place is taken before the next can take one. */
    private synchronized Transaction place(Session session) {
      Transaction placed = traffic.place(session, "x");
      numbers.put(placed, ++lastNumber);
      return placed;
    }

    /**
     * @param stopAfter how many are taken before the stop; negative for all
     * @return how many were applied
     */
    private int consume(List<Thread> producers, int stopAfter) {
      int applied = 0;
      int taken = 0;
      int before = 0;
      while (taken != stopAfter
          && (producers.stream().anyMatch(Thread::isAlive) || !reader.isEmpty())) {
        Transaction next = reader.take(System.nanoTime());
        if (next == null) {
          Thread.yield();
          continue;
        }
        taken++;
        if (next.state() == Transaction.State.RELEASED) {
          assertThat(next.releasedNanos()).as("seed %d", seed).isNotZero();
          int number = numberOf(next);
          assertThat(number).as("seed %d: the order", seed).isGreaterThan(before);
          before = number;
          applied++;
        }
        assertThat(reader.settle(next)).isTrue();
        ledger.free(next);
      }
      if (stopAfter >= 0) {
        reader.close().forEach(ledger::abandon);
      }
      return applied;
    }

    /** Its number is written down just after it has taken its place. */
    private int numberOf(Transaction transaction) {
      Integer number = numbers.get(transaction);
      while (number == null) {
        Thread.onSpinWait();
        number = numbers.get(transaction);
      }
      return number;
    }
  }
}
