package io.jdbcmirror.config;

import org.jspecify.annotations.Nullable;

/** What a setting's text may be and how it is read. Implementations are immutable. */
interface Kind {
  /**
   * @return {@code String}, {@code Long}, {@code Double} or {@code Ramp}, as the kind has it; null
   *     if the text is not allowed
   */
  @Nullable Object read(String text);

  /** What is allowed, in words that complete "allowed is ...". */
  String allowed();

  /** The text as it may stand in a log: without secrets. */
  String shown(String text);
}
