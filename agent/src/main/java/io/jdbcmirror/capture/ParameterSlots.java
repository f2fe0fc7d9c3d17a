package io.jdbcmirror.capture;

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

  private static final int NEVER = -1;

  private @Nullable Parameter[] slots = new Parameter[4];
  private boolean[] opaque = new boolean[4];
  private long[] epochs = new long[4];
  private int count;
  private boolean distrusted;
  private long seenSince;

  /**
   * @param seenSince the epoch since which every binding was seen, or a negative number if there
   *     may be bindings that were not
   */
  ParameterSlots(long seenSince) {
    this.seenSince = seenSince;
  }

  void set(Parameter parameter, long epoch) {
    put(parameter.index(), parameter, epoch);
  }

  /** A parameter is bound to what cannot be captured. */
  void setOpaque(int index, long epoch) {
    put(index, null, epoch);
  }

  /**
   * A parameter is bound, and it is not known which, or to what: none is trusted until all are
   * cleared. Cannot fail.
   */
  void distrust() {
    distrusted = true;
  }

  private void put(int index, @Nullable Parameter parameter, long epoch) {
    if (index < 1 || index > MAX_INDEX) {
      distrusted = true;
      return;
    }
    ensure(index);
    slots[index - 1] = parameter;
    opaque[index - 1] = parameter == null;
    epochs[index - 1] = epoch;
    count = Math.max(count, index);
  }

  private void ensure(int size) {
    if (size > slots.length) {
      int length = Math.max(size, 2 * slots.length);
      slots = Arrays.copyOf(slots, length);
      opaque = Arrays.copyOf(opaque, length);
      epochs = Arrays.copyOf(epochs, length);
    }
  }

  void clear(long epoch) {
    Arrays.fill(slots, 0, count, null);
    Arrays.fill(opaque, 0, count, false);
    count = 0;
    distrusted = false;
    seenSince = epoch;
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

  private boolean allBoundIn(long epoch) {
    for (int i = 0; i < count; i++) {
      if (slots[i] == null || epochs[i] != epoch) {
        return false;
      }
    }
    return true;
  }

  private Parameter @Nullable [] copy() {
    Parameter[] copy = new Parameter[count];
    int filled = 0;
    for (int i = 0; i < count; i++) {
      Parameter parameter = slots[i];
      if (opaque[i]) {
        return null;
      }
      if (parameter != null) {
        copy[filled++] = parameter;
      }
    }
    return filled == count ? copy : Arrays.copyOf(copy, filled);
  }

  /** For a statement made while its transaction was not sampled. */
  static ParameterSlots unseen() {
    return new ParameterSlots(NEVER);
  }
}
