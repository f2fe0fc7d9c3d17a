package io.jdbcmirror.digest;

import io.jdbcmirror.digest.SqlTokens.Kind;

/**
 * The text of a digest as it grows, word by word, each set off by a blank where one helps the eye.
 * Blanks follow from the words alone, so that it does not matter how the statement had them.
 *
 * <p>Only the first characters are kept; all count for the identifier: FNV-1a of 64 bits over the
 * UTF-16 units, the high byte of each first. It is the same wherever it is computed, needs nothing
 * that an application could configure otherwise, and is no secret's hash, the text having none.
 */
final class FoldedText {
  static final int MAX_LENGTH = 2_000;
  static final String CUT = "\u2026";

  private static final int SETTLE_FROM = 4 * MAX_LENGTH;
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final StringBuilder recent = new StringBuilder();
  private String start = "";
  private int settled;
  private int lastFit;
  private long hash = BASIS;
  private String previous = "";
  private boolean previousIsCallable;
  private boolean previousIsOperand;

  int length() {
    return settled + recent.length();
  }

  void append(SqlTokens token) {
    append(token.text());
    previousIsCallable =
        token.kind() == Kind.QUOTED || (token.kind() == Kind.WORD && token.isOperand());
    previousIsOperand = token.isOperand() || token.isWord("ARRAY");
  }

  void append(String text) {
    if (length() > 0 && !isGlued(text)) {
      recent.append(' ');
    }
    recent.append(text);
    previous = text;
    previousIsCallable = false;
    previousIsOperand = false;
    if (length() <= MAX_LENGTH - 1 - CUT.length() && !isGluing()) {
      lastFit = length();
    }
  }

  private boolean isGlued(String text) {
    switch (text) {
      case ",":
      case ")":
      case "]":
      case "}":
      case ";":
      case ".":
        return true;
      case "::":
        return !previous.equals(":");
      case "(":
        return previousIsCallable || isGluing();
      case "[":
        return previousIsOperand || isGluing();
      default:
        return isGluing();
    }
  }

  private boolean isGluing() {
    switch (previous) {
      case "(":
      case "[":
      case "{":
      case ".":
      case "::":
      case ListFolder.FOLDED:
        return true;
      default:
        return false;
    }
  }

  /** Puts another text, without a blank in front, for all that was written behind a place. */
  void replace(int from, String text) {
    truncate(from);
    recent.append(text);
    previous = text;
  }

  /** Takes back what was written behind a place, where a word of the same kind ends as here. */
  void truncate(int length) {
    recent.setLength(length - settled);
    lastFit = Math.min(lastFit, length);
  }

  /** Whether two stretches of the text are the same but for a blank in front. */
  boolean isSame(int from, int to, int otherFrom, int otherTo) {
    int first = skipBlank(from) - settled;
    int second = skipBlank(otherFrom) - settled;
    int length = to - settled - first;
    if (otherTo - settled - second != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (recent.charAt(first + i) != recent.charAt(second + i)) {
        return false;
      }
    }
    return true;
  }

  private int skipBlank(int place) {
    int at = place - settled;
    return at < recent.length() && recent.charAt(at) == ' ' ? place + 1 : place;
  }

  /** Nothing before this place will be asked for or taken back: memory stays bounded. */
  void settle() {
    if (recent.length() >= SETTLE_FROM) {
      keep();
      settled += recent.length();
      recent.setLength(0);
    }
  }

  private void keep() {
    for (int i = 0; i < recent.length(); i++) {
      char c = recent.charAt(i);
      hash = (hash ^ (c >> 8)) * PRIME;
      hash = (hash ^ (c & 0xff)) * PRIME;
    }
    if (settled == 0) {
      start = recent.length() <= MAX_LENGTH ? recent.toString() : recent.substring(0, lastFit);
    }
  }

  /** Ends the text; to be called once, before {@link #text} and {@link #hash}. */
  void finish() {
    keep();
    if (length() > MAX_LENGTH) {
      start = start.isEmpty() ? CUT : start + " " + CUT;
    }
    settled += recent.length();
    recent.setLength(0);
  }

  String text() {
    return start;
  }

  long hash() {
    return hash;
  }
}
