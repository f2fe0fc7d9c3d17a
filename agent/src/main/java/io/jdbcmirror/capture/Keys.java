package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/** The argument that asks for generated keys. */
final class Keys {
  private Keys() {}

  /** A copy that the application cannot change: a flag, column indexes, column names, or null. */
  static @Nullable Object copy(@Nullable Object keys) {
    if (keys instanceof int[]) {
      return ((int[]) keys).clone();
    }
    return keys instanceof String[] ? ((String[]) keys).clone() : keys;
  }
}
