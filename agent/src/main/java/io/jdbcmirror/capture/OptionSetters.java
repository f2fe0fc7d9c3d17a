package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.StatementOption;
import io.jdbcmirror.traffic.StatementOptions;
import org.jspecify.annotations.Nullable;

/** Which option each setter of {@link java.sql.Statement} sets. */
final class OptionSetters {
  private OptionSetters() {}

  static StatementOptions apply(StatementOptions options, String setter, @Nullable Object value) {
    switch (setter) {
      case "setFetchSize":
        return options.with(StatementOption.FETCH_SIZE, fetchSize(value));
      case "setMaxRows":
      case "setLargeMaxRows":
        return options.with(StatementOption.MAX_ROWS, maxRows(value));
      case "setFetchDirection":
        return options.with(StatementOption.FETCH_DIRECTION, value);
      case "setMaxFieldSize":
        return options.with(StatementOption.MAX_FIELD_SIZE, value);
      case "setQueryTimeout":
        return options.with(StatementOption.QUERY_TIMEOUT, value);
      case "setEscapeProcessing":
        return options.with(StatementOption.ESCAPE_PROCESSING, value);
      case "setCursorName":
        return options.with(StatementOption.CURSOR_NAME, value);
      case "setPoolable":
        return options.with(StatementOption.POOLABLE, value);
      default:
        throw new IllegalArgumentException(setter);
    }
  }

  /** Negative ones are markers that make a driver stream; the mirror reads in its own way. */
  private static @Nullable Object fetchSize(@Nullable Object value) {
    return value instanceof Integer && (int) value > 0 ? value : null;
  }

  private static @Nullable Object maxRows(@Nullable Object value) {
    return value instanceof Number ? (Object) ((Number) value).longValue() : null;
  }
}
