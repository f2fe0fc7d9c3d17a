package io.jdbcmirror.capture;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Copies of what the application gave its driver, for a connection of the agent's own. */
final class SourceProperties {
  private SourceProperties() {}

  /** Empty where it is an application's subclass whose own code would run. */
  static Properties copy(@Nullable Properties info) {
    if (info != null && info.getClass() == Properties.class) {
      return (Properties) info.clone();
    }
    Properties copy = new Properties();
    if (info != null && isOnlyOfTheJdk(info.getClass())) {
      for (String key : info.stringPropertyNames()) {
        copy.setProperty(key, info.getProperty(key));
      }
    }
    return copy;
  }

  /** c3p0 hands its drivers a subclass that differs in its text alone. */
  private static boolean isOnlyOfTheJdk(Class<? extends Properties> type) {
    for (Method method : type.getMethods()) {
      boolean inherited = method.getDeclaringClass().getClassLoader() == null;
      boolean harmless =
          Modifier.isStatic(method.getModifiers()) || method.getName().equals("toString");
      if (!inherited && !harmless) {
        return false;
      }
    }
    return true;
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
