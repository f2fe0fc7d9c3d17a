package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Parameter;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one prepared statement, as they stand. They outlive executions and transactions
 * in JDBC, while capture sees them only in sampled ones: each remembers the epoch it was bound in,
 * and what was bound in an epoch that has passed is not trusted.
 *
 * <p>Not thread-safe, as the statement is not.
 */
final class ParameterSlots {
  /** More than any database takes; an index beyond is an error that the driver will tell. */
  private static final int MAX_INDEX = 1 << 16;

  /** For bindings that may be missed: the transaction that is open is not sampled. */
  static final long NEVER = -1;

  private static final int LARGE = 1_024;

  /** A {@link Parameter}, or the {@link Outcome} of what needs it: why it is not captured. */
  private @Nullable Object[] slots = new Object[4];

  private long[] epochs = new long[4];
  private long @Nullable [] held; // by large ones; null until there is one
  private int count;
  private final WaitingBytes waiting;
  private boolean distrusted;
  private long heldBytes;
  private long seenSince;

  /**
   * @param seenSince the epoch since which every binding was seen, or {@link #NEVER}
   * @param waiting bounds what large parameters hold
   */
  ParameterSlots(long seenSince, WaitingBytes waiting) {
    this.seenSince = seenSince;
    this.waiting = waiting;
  }

  /** Keeps a parameter; one for which there is no room is not captured. */
  void set(Parameter parameter, long epoch) {
    long size = Sizes.of(parameter);
    if (size < LARGE) { // not worth an account: their number is the driver's own
      put(parameter.index(), parameter, epoch, 0);
    } else if (waiting.reserve(size)) {
      heldBytes += size;
      put(parameter.index(), parameter, epoch, size);
    } else {
      put(parameter.index(), Outcome.QUEUE_BYTES, epoch, 0);
    }
  }

  private void giveBack(long bytes) {
    if (bytes > 0) {
      heldBytes -= bytes;
      waiting.unreserve(bytes);
    }
  }

  /** A parameter is bound to what cannot be captured. */
  void setOpaque(int index, long epoch) {
    put(index, Outcome.PARAMETERS_NOT_CAPTURED, epoch, 0);
  }

  /**
   * A parameter is bound, and it is not known which, or to what: none is trusted until all are
   * cleared. Cannot fail.
   */
  void distrust() {
    distrusted = true;
  }

  private void put(int index, Object slot, long epoch, long heldByIt) {
    if (index < 1 || index > MAX_INDEX) {
      giveBack(heldByIt);
      distrusted = true;
      return;
    }
    ensure(index);
    hold(index, heldByIt);
    slots[index - 1] = slot;
    epochs[index - 1] = epoch;
    count = Math.max(count, index);
  }

  private void hold(int index, long bytes) {
    long[] each = held;
    if (each == null) {
      if (bytes == 0) {
        return;
      }
      each = new long[slots.length];
      held = each;
    }
    giveBack(each[index - 1]);
    each[index - 1] = bytes;
  }

  private void ensure(int size) {
    if (size > slots.length) {
      int length = Math.max(size, 2 * slots.length);
      slots = Arrays.copyOf(slots, length);
      epochs = Arrays.copyOf(epochs, length);
      held = held == null ? null : Arrays.copyOf(held, length);
    }
  }

  /**
   * Nothing is bound any more.
   *
   * @param seen the epoch if what is bound from now on is seen, else {@link #NEVER}
   */
  void clear(long seen) {
    giveBack(heldBytes);
    Arrays.fill(slots, 0, count, null);
    held = null;
    count = 0;
    distrusted = false;
    seenSince = seen;
  }

  /**
   * The parameters as the driver has them now.
   *
   * @param placeholders how many the statement has: asked only if bindings may have been missed
   * @return null if one of them is not known
   */
  Parameter @Nullable [] snapshot(long epoch, IntSupplier placeholders) {
    if (distrusted) {
      return null;
    }
    if (seenSince != epoch) {
      if (!allBoundIn(epoch) || count != placeholders.getAsInt()) {
        return null;
      }
      seenSince = epoch;
    }
    return copy();
  }

  /** Why {@link #snapshot} has returned null. */
  Outcome whyMissing() {
    for (int i = 0; i < count; i++) {
      if (slots[i] == Outcome.QUEUE_BYTES) {
        return Outcome.QUEUE_BYTES;
      }
    }
    return Outcome.PARAMETERS_NOT_CAPTURED;
  }

  private boolean allBoundIn(long epoch) {
    for (int i = 0; i < count; i++) {
      if (!(slots[i] instanceof Parameter) || epochs[i] != epoch) {
        return false;
      }
    }
    return true;
  }

  private Parameter @Nullable [] copy() {
    Parameter[] copy = new Parameter[count];
    int filled = 0;
    for (int i = 0; i < count; i++) {
      Object slot = slots[i];
      if (slot instanceof Outcome) {
        return null;
      }
      if (slot != null) {
        Parameter parameter = (Parameter) slot;
        if (parameter.value() instanceof Deferred) {
          ((Deferred) parameter.value()).use();
        }
        copy[filled++] = parameter;
      }
    }
    return filled == count ? copy : Arrays.copyOf(copy, filled);
  }
}
