package io.jdbcmirror.capture;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Copies of what the application gave its driver, for a connection of the agent's own. */
final class SourceProperties {
  private SourceProperties() {}

  /** Empty where it is an application's subclass, which is not touched. */
  static Properties copy(@Nullable Properties info) {
    boolean plain = info != null && info.getClass() == Properties.class;
    return plain && info != null ? (Properties) info.clone() : new Properties();
  }

  /**
   * @param password a {@code String} or {@code char[]}, or null
   */
  static Properties of(
      @Nullable Properties info, @Nullable String user, @Nullable Object password) {
    Properties properties = copy(info);
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password instanceof char[]) {
      properties.setProperty("password", new String((char[]) password));
    } else if (password instanceof String) {
      properties.setProperty("password", (String) password);
    }
    return properties;
  }
}
