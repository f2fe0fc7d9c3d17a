package io.jdbcmirror.traffic;

/**
 * A {@link java.sql.Array} as the application asked its connection for it, so that the target's
 * connection can make its own ({@code createArrayOf}). Immutable; the elements are a copy.
 */
public final class ArrayValue {
  private final String typeName;
  private final Object[] elements;

  public ArrayValue(String typeName, Object[] elements) {
    this.typeName = typeName;
    this.elements = elements;
  }

  public String typeName() {
    return typeName;
  }

  /** The array itself: not to be changed. */
  public Object[] elements() {
    return elements;
  }
}
