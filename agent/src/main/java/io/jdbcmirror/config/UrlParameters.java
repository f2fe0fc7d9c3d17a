package io.jdbcmirror.config;

/**
 * The part of a JDBC URL that holds parameters, whatever the vendor's way to write them: {@code
 * ?a=b&c=d}, {@code ;a=b;c=d}, {@code :a=b;}, {@code /A=b,C=d}, {@code (a=b)(c=d)}.
 */
final class UrlParameters {
  /** End a value always. */
  private static final String HARD = "?;&#()";

  /** End a value that is harmless, if a name and {@code =} follow. */
  private static final String SOFT = ",:/";

  private final String url;
  private final StringBuilder masked = new StringBuilder();
  private int position;
  private boolean secretSeen;
  private boolean bareWordHadAt;

  UrlParameters(String url, int start) {
    this.url = url;
    this.position = start;
  }

  /** Where the parameters begin, with their delimiter; the URL's length if there are none. */
  static int startIn(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean hard = HARD.indexOf(c) >= 0 && c != '(' && c != ')' && c != '&';
      if (hard || ((isHard(c) || isSoft(c)) && nameEnd(url, i + 1) > 0)) {
        return i;
      }
    }
    return url.length();
  }

  String masked() {
    while (position < url.length()) {
      masked.append(url.charAt(position++));
      int nameEnd = nameEnd(url, position);
      if (nameEnd > 0) {
        parameter(nameEnd);
      } else {
        bareWord();
      }
    }
    return masked.toString();
  }

  /** Whether a word that is no parameter holds an {@code @}; known after {@link #masked()}. */
  boolean bareWordHadAt() {
    return bareWordHadAt;
  }

  private void parameter(int nameEnd) {
    String name = url.substring(position, nameEnd);
    masked.append(name).append('=');
    position = nameEnd + 1;
    boolean harmless = HarmlessParameters.contains(name);
    int end = harmless ? harmlessEnd() : secretEnd();
    secretSeen |= !harmless && end > position;
    masked.append(harmless || end == position ? url.substring(position, end) : UrlMask.MASK);
    position = end;
  }

  private void bareWord() {
    int end = hardEnd(position);
    String word = url.substring(position, end);
    bareWordHadAt |= word.indexOf('@') >= 0;
    masked.append(mayShow(word) ? word : UrlMask.MASK);
    position = end;
  }

  private boolean mayShow(String word) {
    // (host=a)(port=1)/database: after a password it might be the rest of it.
    boolean path = word.startsWith("/") && masked.charAt(masked.length() - 1) == ')';
    return (path && !secretSeen) || isPunctuation(word);
  }

  private static boolean isPunctuation(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (",*".indexOf(word.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private int harmlessEnd() {
    int end = position;
    while (end < url.length() && !isHard(url.charAt(end))) {
      if (isSoft(url.charAt(end)) && nameEnd(url, end + 1) > 0) {
        return end;
      }
      end++;
    }
    return end;
  }

  private int secretEnd() {
    if (url.startsWith("{", position)) {
      return hardEnd(braceEnd());
    }
    return hardEnd(position);
  }

  /** SQL Server: {@code {a;b}}c}} is one value, in which a doubled brace is a brace. */
  private int braceEnd() {
    int end = url.indexOf('}', position);
    while (end >= 0 && url.startsWith("}", end + 1)) {
      end = url.indexOf('}', end + 2);
    }
    return end < 0 ? url.length() : end;
  }

  private int hardEnd(int start) {
    int end = start;
    while (end < url.length() && !isHard(url.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the {@code =} of a name stands; -1 if no name begins at {@code start}. */
  private static int nameEnd(String url, int start) {
    int end = start;
    while (end < url.length() && isNamePart(url.charAt(end))) {
      end++;
    }
    return end > start && url.startsWith("=", end) ? end : -1;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '$';
  }

  private static boolean isHard(char c) {
    return HARD.indexOf(c) >= 0;
  }

  private static boolean isSoft(char c) {
    return SOFT.indexOf(c) >= 0;
  }
}
