package io.jdbcmirror.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and changes the parameters of JDBC URLs, by their text alone. */
final class JdbcUrl {
  private static final Pattern SEPARATOR =
      Pattern.compile(",|\\(\\s*address\\s*=", Pattern.CASE_INSENSITIVE);

  private JdbcUrl() {}

  /** Whether the URL has the parameter, in whatever spelling of its case. */
  static boolean has(String url, String key) {
    return Pattern.compile("[?&;:,(]\\s*" + Pattern.quote(key) + "\\s*=", Pattern.CASE_INSENSITIVE)
        .matcher(url)
        .find();
  }

  /** How many hosts it names, each after a comma or as an address of its own; at least one. */
  static int hosts(String url) {
    int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
    Matcher separators = SEPARATOR.matcher(url).region(0, end);
    int hosts = 1;
    while (separators.find()) {
      hosts++;
    }
    return hosts;
  }

  /** Gives a parameter that stands in the URL another value; for URLs of the MySQL kind. */
  static String replace(String url, String key, String value) {
    return Pattern.compile(
            "([?&,(]\\s*" + Pattern.quote(key) + "\\s*=)[^&#,)]*", Pattern.CASE_INSENSITIVE)
        .matcher(url)
        .replaceAll("$1" + Matcher.quoteReplacement(value));
  }

  /** What the URL says stays: many drivers refuse a property that contradicts it. */
  static void setUnlessInUrl(Properties properties, String url, String key, String value) {
    if (!has(url, key)) {
      properties.setProperty(key, value);
    }
  }

  /**
   * The URL without some of its {@code ;KEY=value} settings. A semicolon after a backslash belongs
   * to the value (H2).
   *
   * @param keys in upper case
   */
  static String withoutSettings(String url, List<String> keys) {
    StringBuilder kept = new StringBuilder();
    for (String part : splitAtSemicolons(url)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? "" : part.substring(0, equals).trim().toUpperCase(Locale.ROOT);
      if (!keys.contains(key)) {
        kept.append(kept.length() == 0 ? "" : ";").append(part);
      }
    }
    return kept.toString();
  }

  private static List<String> splitAtSemicolons(String url) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == ';') {
        parts.add(part.toString());
        part.setLength(0);
        continue;
      }
      part.append(c);
      if (c == '\\' && i + 1 < url.length()) {
        i++;
        part.append(url.charAt(i));
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
