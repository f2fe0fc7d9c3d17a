package io.jdbcmirror.metrics;

import org.jspecify.annotations.Nullable;

/** A kind of failure on the target: type and SQLState. Immutable. */
public final class DigestError {
  static final String OTHER_STATE = "other";
  private static final String NO_STATE = "none";
  private static final int STATE_LENGTH = 5;

  private final ErrorType type;
  private final String sqlState;

  private DigestError(ErrorType type, String sqlState) {
    this.type = type;
    this.sqlState = sqlState;
  }

  /** What is no SQLState is not shown: the target may have put anything there. */
  static DigestError of(ErrorType type, @Nullable String sqlState) {
    if (sqlState == null || sqlState.isEmpty()) {
      return new DigestError(type, NO_STATE);
    }
    return isState(sqlState) ? new DigestError(type, sqlState) : other(type);
  }

  static DigestError other(ErrorType type) {
    return new DigestError(type, OTHER_STATE);
  }

  private static boolean isState(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return text.length() == STATE_LENGTH;
  }

  public ErrorType type() {
    return type;
  }

  /** Five digits and capitals; {@code none} or {@code other} where it is no such thing. */
  public String sqlState() {
    return sqlState;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DigestError
        && type == ((DigestError) other).type
        && sqlState.equals(((DigestError) other).sqlState);
  }

  @Override
  public int hashCode() {
    return type.hashCode() * 31 + sqlState.hashCode();
  }

  @Override
  public String toString() {
    return type.label() + " " + sqlState;
  }
}
