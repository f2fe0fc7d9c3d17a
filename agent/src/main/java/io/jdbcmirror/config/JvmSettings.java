package io.jdbcmirror.config;

import java.util.Collections;
import java.util.Map;
import java.util.Properties;

/** What this JVM was started with; nothing where a security manager hides it. */
final class JvmSettings {
  private JvmSettings() {}

  static Properties properties() {
    try {
      return System.getProperties();
    } catch (SecurityException e) {
      return new Properties();
    }
  }

  static Map<String, String> environment() {
    try {
      return System.getenv();
    } catch (SecurityException e) {
      return Collections.emptyMap();
    }
  }
}
