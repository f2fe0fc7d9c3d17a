package io.jdbcmirror.traffic;

import org.jspecify.annotations.Nullable;

/**
 * One call of a setter: which, for which index, with which arguments, typed as the application gave
 * them. Primitives are boxed; mutable values are copies. Immutable.
 */
public class Parameter {
  /** One of the few that have more than a value. */
  private static final class WithOption extends Parameter {
    private final @Nullable Object option;
    private final @Nullable Object scale;

    private WithOption(
        Setter setter,
        int index,
        @Nullable Object value,
        @Nullable Object option,
        @Nullable Object scale) {
      super(setter, index, value);
      this.option = option;
      this.scale = scale;
    }

    @Override
    public @Nullable Object option() {
      return option;
    }

    @Override
    public @Nullable Object scale() {
      return scale;
    }
  }

  private final Setter setter;
  private final int index;
  private final @Nullable Object value;

  private Parameter(Setter setter, int index, @Nullable Object value) {
    this.setter = setter;
    this.index = index;
    this.value = value;
  }

  /**
   * @param index from 1, as in JDBC
   * @param value second argument of the setter: the value, or the SQL type of {@code setNull}; for
   *     {@link Setter#ARRAY} an {@link ArrayValue}, for a stream or reader a {@link StreamContent}
   * @param option third argument where the overload has one: type name of {@code setNull}, {@code
   *     Calendar} of the date setters, SQL type ({@code Integer} or {@code java.sql.SQLType}) of
   *     {@code setObject}, length ({@code Integer} or {@code Long}) of a stream
   * @param scale fourth argument of {@code setObject}
   */
  public static Parameter of(
      Setter setter,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    return option == null && scale == null
        ? new Parameter(setter, index, value)
        : new WithOption(setter, index, value, option, scale);
  }

  /** The same call with another value and option. */
  public Parameter with(@Nullable Object otherValue, @Nullable Object otherOption) {
    return of(setter, index, otherValue, otherOption, scale());
  }

  /** The same call for another index. */
  public Parameter at(int otherIndex) {
    return of(setter, otherIndex, value, option(), scale());
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
    return null;
  }

  public @Nullable Object scale() {
    return null;
  }

  /** Setter and index only: a bind value is a secret. */
  @Override
  public String toString() {
    return setter.methodName() + "(" + index + ", ...)";
  }
}
