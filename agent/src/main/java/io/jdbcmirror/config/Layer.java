package io.jdbcmirror.config;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one source of settings says, as it was written. Not thread-safe. */
final class Layer {
  private final String origin;
  private final Map<Setting, String> texts = new EnumMap<Setting, String>(Setting.class);

  /**
   * @param origin as it is shown to the user: {@code environment}
   */
  Layer(String origin) {
    this.origin = origin;
  }

  String origin() {
    return origin;
  }

  @Nullable String text(Setting setting) {
    return texts.get(setting);
  }

  /**
   * @return what stood there before
   */
  @Nullable String put(Setting setting, String text) {
    return texts.put(setting, text);
  }

  void remove(Setting setting) {
    texts.remove(setting);
  }
}
