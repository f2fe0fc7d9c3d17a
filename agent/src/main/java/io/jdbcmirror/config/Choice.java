package io.jdbcmirror.config;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One word of a few; read as it stands. */
final class Choice implements Kind {
  private final List<String> words;

  Choice(String... words) {
    this.words = Arrays.asList(words);
  }

  @Override
  public @Nullable Object read(String text) {
    String word = text.trim();
    return words.contains(word) ? word : null;
  }

  @Override
  public String allowed() {
    return String.join(" or ", words);
  }

  @Override
  public String shown(String text) {
    return text;
  }
}
