package io.jdbcmirror.traffic;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that an application has set on one statement; few have any. Immutable. */
public final class StatementOptions {
  /** Nothing set. */
  public static final StatementOptions NONE =
      new StatementOptions(new EnumMap<>(StatementOption.class));

  @SuppressWarnings("Immutable") // not changed once it is here
  private final Map<StatementOption, Object> values;

  private StatementOptions(Map<StatementOption, Object> values) {
    this.values = values;
  }

  /**
   * These with one more; without it if the value is the one that holds anyway.
   *
   * @param value typed as its setter has it, {@code Long} for the largest of several; null for none
   */
  public StatementOptions with(StatementOption option, @Nullable Object value) {
    boolean initial = option.isInitial(value);
    if (initial && !values.containsKey(option)) {
      return this;
    }
    Map<StatementOption, Object> changed = new EnumMap<>(StatementOption.class);
    changed.putAll(values);
    if (initial || value == null) {
      changed.remove(option);
    } else {
      changed.put(option, value);
    }
    return changed.isEmpty() ? NONE : new StatementOptions(changed);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public @Nullable Object get(StatementOption option) {
    return values.get(option);
  }

  public int get(StatementOption option, int otherwise) {
    Object value = values.get(option);
    return value instanceof Integer ? (int) value : otherwise;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatementOptions && values.equals(((StatementOptions) other).values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
