package io.jdbcmirror.config;

import org.jspecify.annotations.Nullable;

/** A TCP port, or {@code off}, which is read as {@link #OFF}. */
final class Port implements Kind {
  static final Long OFF = -1L;

  private static final Quantity NUMBER = Quantity.number(0, 65_535);

  @Override
  public @Nullable Object read(String text) {
    return text.trim().equals("off") ? OFF : NUMBER.read(text);
  }

  @Override
  public String allowed() {
    return NUMBER.allowed() + " (0: any free port) or off";
  }

  @Override
  public String shown(String text) {
    return text;
  }
}
