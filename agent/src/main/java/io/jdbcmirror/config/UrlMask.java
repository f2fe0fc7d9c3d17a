package io.jdbcmirror.config;

import java.util.Locale;

/**
 * Makes a JDBC URL fit for a log: host and database show, and so do parameters known to be
 * harmless. The value of every other parameter, words that are no parameter, and user and password
 * before an {@code @} become {@code ***}. Where a URL can be read in more than one way it shows
 * less rather than more.
 */
public final class UrlMask {
  static final String MASK = "***";

  private UrlMask() {}

  /** Any text will do, it need not be a URL. Never throws. */
  public static String mask(String url) {
    int credentials = oracleCredentials(url);
    int at = url.lastIndexOf('@');
    if (credentials >= 0 && at >= credentials) {
      String masked = at > credentials ? MASK : "";
      return url.substring(0, credentials) + masked + maskFrom(url.substring(at), true);
    }
    return maskFrom(url, false);
  }

  private static String maskFrom(String url, boolean credentialsGone) {
    int start = UrlParameters.startIn(url);
    UrlParameters parameters = new UrlParameters(url, start);
    String masked = parameters.masked();
    String head = url.substring(0, start);
    if (credentialsGone) {
      return head + masked;
    }
    // user:p?w@host puts half a password where the host should be.
    return maskHead(head, parameters.bareWordHadAt()) + masked;
  }

  /** User and password of {@code jdbc:oracle:thin:user/password@...} may hold any character. */
  private static int oracleCredentials(String url) {
    int oracle = url.toLowerCase(Locale.ROOT).indexOf(":oracle:");
    int driver = oracle < 0 ? -1 : url.indexOf(':', oracle + ":oracle:".length());
    return driver < 0 ? -1 : driver + 1;
  }

  private static String maskHead(String head, boolean hostIsDoubtful) {
    int slashes = head.indexOf("//");
    int start = slashes >= 0 ? slashes + 2 : head.indexOf(':', "jdbc:".length()) + 1;
    int at = head.lastIndexOf('@');
    int host = at >= start ? at + 1 : start;
    String scheme = head.substring(0, start);
    if (hostIsDoubtful || (slashes >= 0 && !portsAreNumbers(head, host))) {
      return scheme + MASK;
    }
    return at >= start ? scheme + MASK + head.substring(at) : head;
  }

  private static boolean portsAreNumbers(String head, int start) {
    int slash = head.indexOf('/', start);
    int end = slash < 0 ? head.length() : slash;
    boolean inBrackets = false;
    boolean inPort = false;
    for (int i = start; i < end; i++) {
      char c = head.charAt(i);
      inBrackets = c == '[' || (inBrackets && c != ']');
      inPort = !inBrackets && (c == ':' || (inPort && c != ','));
      if (inPort && c != ':' && c != '*' && !Character.isDigit(c)) {
        return false;
      }
    }
    return true;
  }
}
