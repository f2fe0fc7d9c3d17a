package io.jdbcmirror.config;

import org.jspecify.annotations.Nullable;

/** A fraction, read as {@code Double}, or a {@link Ramp}. */
final class ExposureText implements Kind {
  @Override
  public @Nullable Object read(String text) {
    Double fraction = Fraction.parse(text);
    return fraction == null ? Ramp.parse(text) : fraction;
  }

  @Override
  public String allowed() {
    return Fraction.ALLOWED + ", or a ramp from less to more within " + Ramp.ALLOWED;
  }

  @Override
  public String shown(String text) {
    return text;
  }
}
