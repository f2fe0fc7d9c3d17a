package io.jdbcmirror.http;

import io.jdbcmirror.support.AgentThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the server's exchanges on two daemon threads, none longer than a limit. A client that sends
 * or reads slowly would hold a thread for ever; an interrupt closes its channel, and the thread is
 * free. (The JDK's own limits are system properties, which are the application's.)
 */
final class Workers implements Executor {
  private static final int THREADS = 2;
  private static final long LIMIT_MILLIS = 10_000;

  private final long limitMillis;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.MILLISECONDS,
          new LinkedBlockingQueue<>(),
          AgentThreads.factory("http"));
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, AgentThreads.factory("http-clock"));

  Workers() {
    this(LIMIT_MILLIS);
  }

  Workers(long limitMillis) {
    this.limitMillis = limitMillis;
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  public void execute(Runnable exchange) {
    try {
      threads.execute(() -> runLimited(exchange));
    } catch (RejectedExecutionException e) {
      // Stopped; the server has closed the connection, or is about to.
      return;
    }
  }

  private void runLimited(Runnable exchange) {
    Deadline deadline = new Deadline(Thread.currentThread());
    ScheduledFuture<?> expiry =
        clock.schedule(deadline::expire, limitMillis, TimeUnit.MILLISECONDS);
    try {
      exchange.run();
    } finally {
      expiry.cancel(false);
      deadline.end();
    }
  }

  void stop() {
    threads.shutdownNow();
    clock.shutdownNow();
  }

  /** Sees to it that an interrupt hits the exchange it is meant for and none after it. */
  private static final class Deadline {
    private final Thread worker;
    private boolean ended;

    Deadline(Thread worker) {
      this.worker = worker;
    }

    synchronized void expire() {
      if (!ended) {
        worker.interrupt();
      }
    }

    synchronized void end() {
      ended = true;
      Thread.interrupted();
    }
  }
}
