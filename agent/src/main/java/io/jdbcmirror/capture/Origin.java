package io.jdbcmirror.capture;

import io.jdbcmirror.support.AgentLog;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What a data source that passes its driver by has made a connection from. */
final class Origin {
  private static final String MARIADB = "org.mariadb.jdbc.Configuration";

  private final String url;
  private final Properties info;

  private Origin(String url, Properties info) {
    this.url = url;
    this.info = info;
  }

  /**
   * @param origin a URL, or a driver's own object that stands for it
   * @return null if it is not known
   */
  static @Nullable Origin of(Object origin, @Nullable Object info) {
    if (origin instanceof String) {
      Properties given = info instanceof Properties ? (Properties) info : null;
      return new Origin((String) origin, SourceProperties.copy(given));
    }
    return origin.getClass().getName().equals(MARIADB) ? mariaDb(origin) : null;
  }

  /** An immutable object whose text is the URL that leads to it, with its password masked. */
  private static @Nullable Origin mariaDb(Object configuration) {
    try {
      String url = withoutUser(configuration.toString());
      String user = (String) configuration.getClass().getMethod("user").invoke(configuration);
      Object password = configuration.getClass().getMethod("password").invoke(configuration);
      return new Origin(url, SourceProperties.of(null, user, password));
    } catch (ReflectiveOperationException e) {
      AgentLog.warnOnce(MARIADB, "no URL in " + MARIADB + ": its data source is not mirrored");
      return null;
    }
  }

  private static String withoutUser(String url) {
    return url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
  }

  String url() {
    return url;
  }

  Properties info() {
    return info;
  }
}
