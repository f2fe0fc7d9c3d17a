package io.jdbcmirror.traffic;

import org.jspecify.annotations.Nullable;

/**
 * One call of a setter: which, for which index, with which arguments, typed as the application gave
 * them. Primitives are boxed; mutable values are copies. Immutable.
 */
public final class Parameter {
  private final Setter setter;
  private final int index;
  private final @Nullable Object value;
  private final @Nullable Object option;
  private final @Nullable Object scale;

  /**
   * @param index from 1, as in JDBC
   * @param value second argument of the setter: the value, or the SQL type of {@code setNull}; for
   *     {@link Setter#ARRAY} an {@link ArrayValue}, for a stream or reader a {@link StreamContent}
   * @param option third argument where the overload has one: type name of {@code setNull}, {@code
   *     Calendar} of the date setters, SQL type ({@code Integer} or {@code java.sql.SQLType}) of
   *     {@code setObject}, length ({@code Integer} or {@code Long}) of a stream
   * @param scale fourth argument of {@code setObject}
   */
  public Parameter(
      Setter setter,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    this.setter = setter;
    this.index = index;
    this.value = value;
    this.option = option;
    this.scale = scale;
  }

  /** The same call with another value and option. */
  public Parameter with(@Nullable Object otherValue, @Nullable Object otherOption) {
    return new Parameter(setter, index, otherValue, otherOption, scale);
  }

  /** The same call for another index. */
  public Parameter at(int otherIndex) {
    return new Parameter(setter, otherIndex, value, option, scale);
  }

  public Setter setter() {
    return setter;
  }

  public int index() {
    return index;
  }

  public @Nullable Object value() {
    return value;
  }

  public @Nullable Object option() {
    return option;
  }

  public @Nullable Object scale() {
    return scale;
  }

  /** Setter and index only: a bind value is a secret. */
  @Override
  public String toString() {
    return setter.methodName() + "(" + index + ", ...)";
  }
}
