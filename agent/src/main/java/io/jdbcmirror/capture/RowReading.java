package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.SourceRows;
import org.jspecify.annotations.Nullable;

/** Follows the application through the rows that a request has brought. */
final class RowReading extends ResultReader {
  private final SourceResult result;
  private final SourceRows rows;

  RowReading(CapturedSession session, SourceResult result, SourceRows rows) {
    super(session);
    this.result = result;
    this.rows = rows;
  }

  boolean isOf(SourceResult other) {
    return result == other;
  }

  @Override
  boolean followsSteps() {
    return !result.isComplete();
  }

  @Override
  boolean followsValues() {
    return rows.isOfValues() && !result.isComplete();
  }

  @Override
  void stepped(String method, boolean onRow) {
    if (result.isComplete()) {
      return;
    }
    if (method.equals("next")) {
      if (onRow) {
        rows.row();
      } else {
        result.ended();
      }
    } else if (method.equals("close")) {
      result.complete();
    } else {
      rows.scroll();
    }
  }

  @Override
  void got(
      boolean outermost,
      String method,
      Object column,
      @Nullable Object type,
      @Nullable Object value) {
    if (outermost && !result.isComplete()) {
      rows.value(method, column, typeOf(type), value);
    }
  }

  /** One of the JDK's: a class of the application's is not held, and its values not known. */
  private static @Nullable Class<?> typeOf(@Nullable Object type) {
    boolean known = type instanceof Class<?> && ((Class<?>) type).getClassLoader() == null;
    return known ? (Class<?>) type : null;
  }

  @Override
  void lose() {
    result.lose();
  }
}
