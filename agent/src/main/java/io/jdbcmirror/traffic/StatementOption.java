package io.jdbcmirror.traffic;

import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/**
 * What an application may ask of a {@link java.sql.Statement} besides its text, as it makes it or
 * by a setter.
 */
public enum StatementOption {
  RESULT_SET_TYPE(ResultSet.TYPE_FORWARD_ONLY),
  CONCURRENCY(ResultSet.CONCUR_READ_ONLY),
  HOLDABILITY(null),
  FETCH_SIZE(0),
  FETCH_DIRECTION(ResultSet.FETCH_FORWARD),
  /** A {@code Long}: {@code setMaxRows} and {@code setLargeMaxRows}. */
  MAX_ROWS(0L),
  MAX_FIELD_SIZE(0),
  /** Seconds. */
  QUERY_TIMEOUT(0),
  ESCAPE_PROCESSING(true),
  CURSOR_NAME(null),
  POOLABLE(null);

  @SuppressWarnings("ImmutableEnumChecker") // boxed, or null
  private final @Nullable Object initial;

  StatementOption(@Nullable Object initial) {
    this.initial = initial;
  }

  /** Whether it says what holds for a statement anyway. */
  boolean isInitial(@Nullable Object value) {
    return value == null || value.equals(initial);
  }
}
