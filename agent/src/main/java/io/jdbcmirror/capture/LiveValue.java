package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.ArrayValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mutable argument whose reference the driver keeps, or may keep: what it is when the driver
 * executes decides. Only of classes that {@link Copies} knows.
 */
final class LiveValue extends Deferred {
  private final Object reference;
  private final @Nullable Object atSetter;
  private final @Nullable String arrayType;
  private final long bytes;

  private LiveValue(Object reference, @Nullable Object atSetter, @Nullable String arrayType) {
    this.reference = reference;
    this.atSetter = atSetter;
    this.arrayType = arrayType;
    this.bytes = Sizes.of(atSetter == null ? reference : atSetter); // once, as the content changes
  }

  /** The driver sends what stands in it at the execution. */
  static LiveValue sentAtExecution(Object reference) {
    return new LiveValue(reference, null, null);
  }

  /**
   * It is not known what the driver sends if it is changed.
   *
   * @param copy of the reference as it was bound
   */
  static LiveValue unchanged(Object reference, Object copy) {
    return new LiveValue(reference, copy, null);
  }

  /** The same of a {@link java.sql.Array}, by the elements that the application made it of. */
  static LiveValue unchangedArray(String typeName, Object[] elements, Object copy) {
    return new LiveValue(elements, copy, typeName);
  }

  @Override
  Object atExecution() {
    Object now = Copies.of(reference);
    boolean changed = atSetter != null && !Objects.deepEquals(atSetter, now);
    if (now == null || now == Copies.NOT_CAPTURED || changed) {
      return Copies.NOT_CAPTURED;
    }
    return arrayType == null ? now : new ArrayValue(arrayType, (Object[]) now);
  }

  @Override
  Object afterExecution() {
    return Copies.NOT_CAPTURED; // settled before
  }

  @Override
  void use() {
    // as often as it is bound
  }

  @Override
  void release() {
    // holds what the statement holds
  }

  @Override
  Outcome reason() {
    return Outcome.PARAMETERS_NOT_CAPTURED;
  }

  @Override
  long bytes() {
    return bytes;
  }
}
