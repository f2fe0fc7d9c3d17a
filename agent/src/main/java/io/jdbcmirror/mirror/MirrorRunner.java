package io.jdbcmirror.mirror;

import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.support.AgentThread;
import io.jdbcmirror.support.AgentThreads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One mirror thread: lets its worker work until it is told to stop. */
final class MirrorRunner {
  private final MirrorWorker worker;
  private final AgentThread thread;
  private volatile boolean stopping;
  private volatile long deadlineNanos;

  /**
   * @param index of the thread, from 0
   */
  MirrorRunner(MirrorWorker worker, int index) {
    this.worker = worker;
    this.thread = AgentThreads.create("mirror-" + index, this::run);
  }

  void start() {
    thread.start();
  }

  /** Asks it to end when nothing is left, and at the latest at the deadline; does not wait. */
  void stopBy(long nanoTime) {
    deadlineNanos = nanoTime;
    stopping = true;
    worker.hurry();
    LockSupport.unpark(thread);
  }

  /**
   * Waits for the end. A thread that hangs in a driver is left behind, and its transactions are
   * counted here.
   */
  void await(long nanoTime) {
    joinUntil(nanoTime);
    worker.abandonAll();
  }

  long lagNanos() {
    return worker.lagNanos();
  }

  private void run() {
    while (!isOver()) {
      IdleStrategy.idle(doWork());
    }
    worker.abandonAll();
    worker.close();
  }

  private boolean isOver() {
    return stopping && (System.nanoTime() - deadlineNanos >= 0 || worker.isEmpty());
  }

  private int doWork() {
    try {
      return worker.doWork();
    } catch (Throwable e) {
      AgentLog.warnOnce(
          "mirror:" + e.getClass().getName(),
          "a fault in the mirror, which goes on: " + AgentLog.describe(e));
      return 0;
    }
  }

  private void joinUntil(long nanoTime) {
    boolean interrupted = false;
    long left = nanoTime - System.nanoTime();
    while (left > 0 && thread.isAlive()) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(thread, left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      left = nanoTime - System.nanoTime();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
