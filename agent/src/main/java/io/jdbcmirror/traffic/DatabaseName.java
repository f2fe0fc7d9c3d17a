package io.jdbcmirror.traffic;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds a database's name in its JDBC URL, by no call on a connection. */
final class DatabaseName {
  private static final String UNKNOWN = "unknown";
  private static final int MAX_LENGTH = 63;

  private DatabaseName() {}

  /**
   * The last part of the URL's path, without parameters; {@code databaseName=} where a vendor has
   * it there (SQL Server).
   *
   * @return never empty; at most 63 characters of letters, digits, {@code _ . -}
   */
  static String of(String url) {
    String named = parameter(url, "databasename=");
    if (named == null) {
      named = lastPathPart(url);
    }
    return clean(named);
  }

  private static String lastPathPart(String url) {
    String path = url;
    for (char end : new char[] {'?', ';'}) {
      int at = path.indexOf(end);
      path = at < 0 ? path : path.substring(0, at);
    }
    int start = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    start = Math.max(start, path.lastIndexOf(':'));
    return path.substring(start + 1);
  }

  private static @Nullable String parameter(String url, String key) {
    int at = url.toLowerCase(Locale.ROOT).indexOf(";" + key);
    if (at < 0) {
      return null;
    }
    int start = at + 1 + key.length();
    int end = url.indexOf(';', start);
    return url.substring(start, end < 0 ? url.length() : end);
  }

  private static String clean(String name) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < name.length() && clean.length() < MAX_LENGTH; i++) {
      char c = name.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
      clean.append(plain ? c : '_');
    }
    return clean.length() == 0 ? UNKNOWN : clean.toString();
  }
}
