package io.jdbcmirror.instrumentation;

import io.jdbcmirror.support.AgentThreads;
import io.jdbcmirror.support.Uninterrupted;
import org.jspecify.annotations.Nullable;

/**
 * Makes what rewrites classes, which takes hundreds of classes of Byte Buddy, on a thread of the
 * agent's own while the application's looks for its drivers. The thread ends with that.
 *
 * <p>Whoever waits for it is loading a class and holds locks of that class's loader: the thread
 * asks no loader of the application's and calls none of its code. Where it could come to that all
 * the same, through another agent, nobody waits for ever. Thread-safe.
 */
final class HeadStart {
  private static final long WAIT_MILLIS = 10_000;

  private @Nullable Thread thread; // guarded by this
  private volatile @Nullable ClassRewriter made;
  private volatile @Nullable Throwable failure;

  /** Does not wait, and does nothing the second time. */
  synchronized Thread begin() {
    Thread making = thread;
    if (making == null) {
      making = AgentThreads.create("rewriter", this::make);
      if (System.getSecurityManager() == null) {
        making.start();
      } else {
        make(); // the application's own code is asked whether it may
      }
      thread = making;
    }
    return making;
  }

  /**
   * Begins, if that has not been done, and waits.
   *
   * @return null if it has taken too long
   * @throws LinkageError if a class is not there
   * @throws IllegalStateException if it cannot be made for another reason
   */
  @Nullable ClassRewriter rewriter() {
    ClassRewriter rewriter = made;
    if (rewriter == null) {
      Uninterrupted.join(begin(), WAIT_MILLIS);
      rewriter = made;
    }
    Throwable e = failure;
    if (e instanceof LinkageError) {
      throw (LinkageError) e;
    }
    if (e != null) {
      throw new IllegalStateException("Byte Buddy cannot be made ready", e);
    }
    return rewriter;
  }

  private void make() {
    try {
      made = new ClassRewriter(true);
    } catch (Throwable e) {
      failure = e; // told on the thread that waits
    }
  }
}
