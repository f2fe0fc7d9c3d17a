package io.jdbcmirror.traffic;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One getter the application calls on each row of a result. Immutable.
 *
 * <p>The steps of a row, in their order, are how a result is read: the target's is read by the same
 * calls, so that conversions of the driver do not count as differences.
 */
public final class ReadStep {
  private final String getter;
  private final Object column;
  private final @Nullable Class<?> type;

  /**
   * @param getter the method's name
   * @param column an index from 1, as an Integer, or a label
   * @param type of {@code getObject(column, type)}, else null
   */
  public ReadStep(String getter, Object column, @Nullable Class<?> type) {
    this.getter = getter;
    this.column = column;
    this.type = type;
  }

  public String getter() {
    return getter;
  }

  /** An Integer, from 1, or a String. */
  public Object column() {
    return column;
  }

  public @Nullable Class<?> type() {
    return type;
  }

  /** Whether it is this call. */
  public boolean is(String otherGetter, Object otherColumn, @Nullable Class<?> otherType) {
    return type == otherType && getter.equals(otherGetter) && column.equals(otherColumn);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ReadStep)) {
      return false;
    }
    ReadStep step = (ReadStep) other;
    return is(step.getter, step.column, step.type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(getter, column);
  }
}
