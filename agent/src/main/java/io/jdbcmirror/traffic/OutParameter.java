package io.jdbcmirror.traffic;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@link java.sql.CallableStatement#registerOutParameter}, with the arguments of its
 * overload. Immutable.
 */
public final class OutParameter {
  private final Object parameter;
  private final Object type;
  private final @Nullable Object option;

  /**
   * @param parameter an {@code Integer} index, from 1, or a {@code String} name
   * @param type an {@code Integer} of {@link java.sql.Types} or a {@link java.sql.SQLType}
   * @param option an {@code Integer} scale or a {@code String} type name; null where the overload
   *     has neither
   */
  public OutParameter(Object parameter, Object type, @Nullable Object option) {
    this.parameter = parameter;
    this.type = type;
    this.option = option;
  }

  public Object parameter() {
    return parameter;
  }

  public Object type() {
    return type;
  }

  public @Nullable Object option() {
    return option;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof OutParameter)) {
      return false;
    }
    OutParameter that = (OutParameter) other;
    return parameter.equals(that.parameter)
        && type.equals(that.type)
        && Objects.equals(option, that.option);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parameter, type, option);
  }
}
