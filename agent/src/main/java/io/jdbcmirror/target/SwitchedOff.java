package io.jdbcmirror.target;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What a driver must not do for the target, whatever the URL says: read files or make objects of
 * classes because the server asks for it, go to another server because it says so, show what passes
 * on the wire, or (from MariaDB 11.5 on) send every batch in bulk, where a value may be another one
 * than in a single statement.
 */
final class SwitchedOff {
  private static final List<String> MYSQL =
      Arrays.asList(
          "allowLocalInfile",
          "allowLoadLocalInfile",
          "allowUrlInLocalInfile",
          "autoDeserialize",
          "detectCustomCollations",
          "permitRedirect",
          "autoGenerateTestcaseScript",
          "dumpQueriesOnException",
          "enableBulkUnitResult",
          "enablePacketDebug",
          "logSlowQueries",
          "profileSQL",
          "traceProtocol");
  private static final String LOCAL_FILE_PATH = "allowLoadLocalInfileInPath";
  private static final String LOGGER_LEVEL = "loggerLevel";
  private static final List<String> H2 =
      Arrays.asList("TRACE_LEVEL_FILE", "TRACE_LEVEL_SYSTEM_OUT");

  private SwitchedOff() {}

  /** Adds what says no. */
  static void addTo(Properties properties, String url) {
    if (Vendor.of(url).isMySqlFamily()) {
      for (String key : MYSQL) {
        properties.setProperty(key, "false");
      }
    }
  }

  /** The URL with what it says of it taken back. */
  static String in(String url) {
    switch (Vendor.of(url)) {
      case MARIADB:
      case MYSQL:
        String changed = JdbcUrl.replace(url, LOCAL_FILE_PATH, "");
        for (String key : MYSQL) {
          changed = JdbcUrl.replace(changed, key, "false");
        }
        return changed;
      case POSTGRESQL:
        return JdbcUrl.replace(url, LOGGER_LEVEL, "OFF"); // versions before 42.3.3 have it
      case H2:
        return JdbcUrl.withoutSettings(url, H2);
      default:
        return url;
    }
  }
}
