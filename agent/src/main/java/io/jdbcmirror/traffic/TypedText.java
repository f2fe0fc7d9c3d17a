package io.jdbcmirror.traffic;

import org.jspecify.annotations.Nullable;

/** A value of a type that JDBC does not know, as text: pgjdbc's {@code PGobject}. Immutable. */
public final class TypedText {
  private final @Nullable String typeName;
  private final @Nullable String text;

  public TypedText(@Nullable String typeName, @Nullable String text) {
    this.typeName = typeName;
    this.text = text;
  }

  public @Nullable String typeName() {
    return typeName;
  }

  public @Nullable String text() {
    return text;
  }
}
