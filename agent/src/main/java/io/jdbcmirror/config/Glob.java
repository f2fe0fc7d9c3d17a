package io.jdbcmirror.config;

/**
 * A pattern in which {@code *} stands for any characters, none among them, and {@code ?} for one.
 * Case matters. Immutable.
 *
 * <p>Only the last {@code *} is ever tried again, so no pattern makes the time explode: at most
 * text times pattern, and in practice once through the text.
 */
final class Glob {
  private final String pattern;

  Glob(String pattern) {
    this.pattern = pattern;
  }

  boolean matches(String text) {
    int p = 0;
    int star = -1;
    int resume = 0;
    int t = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && isMatch(pattern.charAt(p), text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    return onlyStarsFrom(p);
  }

  private static boolean isMatch(char wanted, char found) {
    return wanted == '?' || wanted == found;
  }

  private boolean onlyStarsFrom(int index) {
    for (int i = index; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '*') {
        return false;
      }
    }
    return true;
  }
}
