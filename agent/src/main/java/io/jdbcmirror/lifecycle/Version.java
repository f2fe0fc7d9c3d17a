package io.jdbcmirror.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The agent's version, as the build has written it down. */
final class Version {
  private static final String UNKNOWN = "unknown";

  private Version() {}

  static String current() {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
