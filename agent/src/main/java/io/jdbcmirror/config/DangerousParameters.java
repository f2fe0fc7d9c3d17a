package io.jdbcmirror.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that have a driver run statements, load a class or use files as it connects, other
 * than for encryption and login: what an application's own URL may need would do harm in a mirror.
 */
enum DangerousParameters {
  POSTGRESQL("jdbc:postgresql:", "socketFactory", "xmlFactoryFactory", "loggerFile"),
  MARIADB("jdbc:mariadb:", "socketFactory"),
  MYSQL(
      "jdbc:mysql:",
      "socketFactory",
      "queryInterceptors",
      "statementInterceptors",
      "exceptionInterceptors",
      "connectionLifecycleInterceptors",
      "propertiesTransform",
      "clientInfoProvider",
      "profilerEventHandler",
      "logger",
      "loadBalanceExceptionChecker",
      "parseInfoCacheFactory",
      "queryInfoCacheFactory",
      "serverConfigCacheFactory"),
  H2("jdbc:h2:", "INIT", "DATABASE_EVENT_LISTENER", "JAVA_OBJECT_SERIALIZER"),
  SQL_SERVER("jdbc:sqlserver:", "socketFactoryClass"),
  DB2("jdbc:db2:", "traceFile", "traceDirectory", "clientRerouteServerListJNDIName"),
  DERBY(
      "jdbc:derby:",
      "traceFile",
      "traceDirectory",
      "createFrom",
      "restoreFrom",
      "rollForwardRecoveryFrom");

  /** Its factories are encryption and login: there is no other way to such a database. */
  private static final String CLOUD_SQL = "com.google.cloud.sql.";

  private final String prefix;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
  private final String[] names;

  DangerousParameters(String prefix, String... names) {
    this.prefix = prefix;
    this.names = names;
  }

  /**
   * @return the name of the first, as it is written; null if the URL has none
   */
  static @Nullable String firstIn(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    for (DangerousParameters vendor : values()) {
      if (lower.startsWith(vendor.prefix)) {
        return vendor.isNamedIn(lower) ? vendor.find(url) : null;
      }
    }
    return null;
  }

  /** The JVM's first regular expression takes milliseconds, and this is asked at every start. */
  private boolean isNamedIn(String lower) {
    for (String name : names) {
      if (lower.contains(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String find(String url) {
    String pattern = "[?&;:,(]\\s*(" + String.join("|", names) + ")\\s*=([^&;,)]*)";
    Matcher parameters = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(url);
    while (parameters.find()) {
      if (!parameters.group(2).trim().startsWith(CLOUD_SQL)) {
        return parameters.group(1);
      }
    }
    return null;
  }
}
