package io.jdbcmirror.http;

import io.jdbcmirror.support.AgentThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the server's exchanges on a few daemon threads, which end when there is nothing to do. A
 * client that sends or reads slowly would hold a thread for ever: an interrupt closes its channel,
 * and the thread is free. That comes at a limit, or, if the thread waits for the client, as soon as
 * others wait and it has had its turn. (The JDK's own limits are system properties, which are the
 * application's.)
 */
final class Workers implements Executor {
  private static final int THREADS = 16;
  private static final long LIMIT_MILLIS = 10_000;
  private static final long TURN_MILLIS = 50;
  private static final long IDLE_MILLIS = 1_000;

  private final long limitMillis;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          IDLE_MILLIS,
          TimeUnit.MILLISECONDS,
          new LinkedBlockingQueue<>(),
          AgentThreads.factory("http"));
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, AgentThreads.factory("http-clock"));

  Workers() {
    this(LIMIT_MILLIS);
  }

  /**
   * @param limitMillis for one exchange where nobody waits; where somebody does, 50 ms
   */
  Workers(long limitMillis) {
    this.limitMillis = limitMillis;
    threads.allowCoreThreadTimeOut(true);
    clock.setRemoveOnCancelPolicy(true);
    // What comes after the end: the server has closed its connection, or is about to.
    threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  @Override
  public void execute(Runnable exchange) {
    threads.execute(() -> runLimited(exchange));
  }

  private void runLimited(Runnable exchange) {
    Turn turn = new Turn();
    ScheduledFuture<?> check =
        clock.scheduleWithFixedDelay(turn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
    try {
      exchange.run();
    } finally {
      check.cancel(false);
      turn.end();
    }
  }

  void stop() {
    threads.shutdownNow();
    clock.shutdownNow();
  }

  /** Only after {@link #stop()}. */
  boolean awaitEnd(long limitMillis) throws InterruptedException {
    return threads.awaitTermination(limitMillis, TimeUnit.MILLISECONDS);
  }

  /** Sees to it that an interrupt hits the exchange it is meant for and none after it. */
  private final class Turn implements Runnable {
    private final Thread worker = Thread.currentThread();
    private final long startNanos = System.nanoTime();
    private boolean ended;

    @Override
    public synchronized void run() {
      boolean others = !threads.getQueue().isEmpty();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
      if (!ended && (millis >= limitMillis || (others && isHeldUp()))) {
        worker.interrupt();
      }
    }

    /** By its client: not because the machine has other things to do. */
    private boolean isHeldUp() {
      if (worker.getState() != Thread.State.RUNNABLE) {
        return true;
      }
      StackTraceElement[] frames = worker.getStackTrace();
      return frames.length > 0
          && frames[0].isNativeMethod()
          && frames[0].getClassName().startsWith("sun.nio.ch.");
    }

    synchronized void end() {
      ended = true;
      Thread.interrupted();
    }
  }
}
