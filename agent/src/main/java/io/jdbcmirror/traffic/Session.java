package io.jdbcmirror.traffic;

import org.jspecify.annotations.Nullable;

/**
 * One physical source connection, to which one connection on the target belongs.
 *
 * <p>Thread-safe: capture closes it, the queue counts its transactions, the mirror asks whether it
 * is finished.
 */
public final class Session {
  private final long id;
  private final Source source;
  private final PaddedCounter queued = new PaddedCounter();
  private final PaddedCounter through = new PaddedCounter();
  private volatile boolean closed;
  private volatile @Nullable Missed missed;

  /**
   * @param id unique in this JVM, counted from 1
   */
  public Session(long id, Source source) {
    this.id = id;
    this.source = source;
  }

  public long id() {
    return id;
  }

  public Source source() {
    return source;
  }

  /** The application has closed the source connection; transactions of it may still be queued. */
  public void close() {
    closed = true;
  }

  /** Something that may have changed tables was not mirrored; the first reason stays. */
  public void missed(Missed why) {
    if (missed == null) {
      missed = why;
    }
  }

  /** Null where everything was mirrored so far that may have changed tables. */
  public @Nullable Missed missed() {
    return missed;
  }

  /** Closed, and the mirror is through with all its transactions. */
  public boolean isFinished() {
    return closed && through.get() == queued.get();
  }

  void queued() {
    queued.incrementAndGet();
  }

  void unqueued() {
    through.incrementAndGet();
  }
}
