package io.jdbcmirror.support;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The agent's version, as the build has written it down. */
public final class Version {
  private static final String UNKNOWN = "unknown";

  private Version() {}

  public static String current() {
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
