package io.jdbcmirror.comparison;

import io.jdbcmirror.metrics.Comparison;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pairs that cannot be recorded yet: the application is still reading the source's result, or a
 * difference is unexplained, and a change whose call was under way then has not come by yet.
 * Bounded in number, bytes and time. Belongs to one mirror thread.
 */
final class OpenPairs {
  private static final int MAX_PAIRS = 5_000;
  private static final long MAX_BYTES = 8 * 1024 * 1024; // the queue's bound counts them no more
  private static final long READING_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long SECOND_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Deque<Waiting> reading = new ArrayDeque<>();
  private final Deque<Waiting> unexplained = new ArrayDeque<>();
  private long bytes;

  /** The application has not read its result yet. */
  void reading(Pair pair) {
    bytes += pair.bytes();
    reading.addLast(new Waiting(pair, null, System.nanoTime() + READING_NANOS));
  }

  /** A difference that nothing explains so far. */
  void unexplained(Pair pair, Comparison difference) {
    bytes += pair.bytes();
    unexplained.addLast(new Waiting(pair, difference, System.nanoTime() + SECOND_LOOK_NANOS));
  }

  /**
   * Hands over what need not, or must not, wait any longer.
   *
   * @param read is given those whose result is complete, or is not waited for any more
   * @param looked is given the differences after their time
   */
  void sweep(long now, Consumer<Pair> read, BiConsumer<Pair, Comparison> looked) {
    while (!reading.isEmpty() && isOver(reading.peekFirst(), now)) {
      Pair pair = reading.removeFirst().pair;
      bytes -= pair.bytes();
      read.accept(pair);
    }
    while (!unexplained.isEmpty() && isOld(unexplained.peekFirst(), now)) {
      Waiting waiting = unexplained.removeFirst();
      bytes -= waiting.pair.bytes();
      if (waiting.difference != null) {
        looked.accept(waiting.pair, waiting.difference);
      }
    }
  }

  private boolean isOver(Waiting first, long now) {
    return first.pair.isComplete()
        || bytes > MAX_BYTES
        || reading.size() > MAX_PAIRS
        || now - first.deadlineNanos >= 0;
  }

  private boolean isOld(Waiting first, long now) {
    return bytes > MAX_BYTES || unexplained.size() > MAX_PAIRS || now - first.deadlineNanos >= 0;
  }

  /** Hands over everything. */
  void end(Consumer<Pair> read, BiConsumer<Pair, Comparison> looked) {
    sweep(System.nanoTime() + READING_NANOS, read, looked);
  }

  private static final class Waiting {
    private final Pair pair;
    private final @Nullable Comparison difference;
    private final long deadlineNanos;

    Waiting(Pair pair, @Nullable Comparison difference, long deadlineNanos) {
      this.pair = pair;
      this.difference = difference;
      this.deadlineNanos = deadlineNanos;
    }
  }
}
