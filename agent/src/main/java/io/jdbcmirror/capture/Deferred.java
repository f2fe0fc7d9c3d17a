package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bound value that its setter's return does not settle: what the source gets shows as the
 * statement is executed. Stands as a {@link Parameter}'s value until then; no request that leaves
 * capture holds one. Not thread-safe, as the statement is not.
 */
abstract class Deferred {
  /** The parameters are used as they stand: by an execution, or as one more row of a batch. */
  abstract void use();

  /**
   * The driver is about to execute with it.
   *
   * @return the value, this if it is known only afterwards, or {@link Copies#NOT_CAPTURED}
   */
  abstract Object atExecution();

  /**
   * The driver has executed with it.
   *
   * @return the value, or {@link Copies#NOT_CAPTURED}
   */
  abstract Object afterExecution();

  /** It is wanted no more. */
  abstract void release();

  /** Why it is not captured, once it is not. */
  abstract Outcome reason();

  /** What it holds of the heap besides what is accounted for elsewhere. */
  abstract long bytes();

  /**
   * Settles in place what can be told before the driver executes.
   *
   * @return why one of them is not captured, or null
   */
  static @Nullable Outcome beforeExecution(List<Parameter[]> rows) {
    return settle(rows, true);
  }

  /**
   * Settles the others in place, when the driver has executed.
   *
   * @return why one of them is not captured, or null
   */
  static @Nullable Outcome afterExecution(List<Parameter[]> rows) {
    return settle(rows, false);
  }

  private static @Nullable Outcome settle(List<Parameter[]> rows, boolean before) {
    Outcome reason = null;
    for (Parameter[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        Parameter parameter = row[i];
        if (parameter.value() instanceof Deferred || parameter.option() instanceof Deferred) {
          Object value = settled(parameter.value(), before);
          Object option = settled(parameter.option(), before);
          if (value == Copies.NOT_CAPTURED || option == Copies.NOT_CAPTURED) {
            reason = reason(value == Copies.NOT_CAPTURED ? parameter.value() : parameter.option());
          } else {
            row[i] = parameter.with(value, option);
          }
        }
      }
    }
    return reason;
  }

  private static @Nullable Object settled(@Nullable Object value, boolean before) {
    if (!(value instanceof Deferred)) {
      return value;
    }
    Deferred deferred = (Deferred) value;
    return before ? deferred.atExecution() : deferred.afterExecution();
  }

  private static @Nullable Outcome reason(@Nullable Object deferred) {
    return deferred instanceof Deferred ? ((Deferred) deferred).reason() : null;
  }

  /** The request they were taken for is not made. */
  static void release(List<Parameter[]> rows) {
    for (Parameter[] row : rows) {
      for (Parameter parameter : row) {
        if (parameter.value() instanceof Deferred) {
          ((Deferred) parameter.value()).release();
        }
      }
    }
  }
}
