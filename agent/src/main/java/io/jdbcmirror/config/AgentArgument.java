package io.jdbcmirror.config;

import org.jspecify.annotations.Nullable;

/**
 * Reads {@code key=value,key=value}. A value may hold {@code =} and commas: it ends only at a comma
 * that is followed by a setting's key, or one with a slip or two, and {@code =}. So {@code
 * target.url=jdbc:mariadb://a,b/shop?x=1,exposure=0.5} are two settings, and a mistyped {@code
 * exposre=0.5} does not vanish in the URL before it.
 */
final class AgentArgument {
  private final String text;
  private final Layer layer;
  private final Findings findings;

  AgentArgument(String text, Layer layer, Findings findings) {
    this.text = text;
    this.layer = layer;
    this.findings = findings;
  }

  void read() {
    int start = 0;
    while (start < text.length()) {
      String key = keyAt(start);
      if (key == null) {
        // Not quoted: what stands there may be a secret.
        findings.problems.add(
            "the " + layer.origin() + " is not read: allowed is key=value,key=value or @file");
        return;
      }
      int value = text.indexOf('=', start) + 1;
      int end = endOfValue(value);
      put(key, text.substring(value, end));
      start = end + 1;
    }
  }

  private void put(String key, String value) {
    Setting setting = Setting.ofKey(key);
    if (setting == null) {
      findings.unknown(layer.origin(), key, Nearest.to(key).key());
    } else if (layer.put(setting, value) != null) {
      findings.problems.add(key + " stands twice in the " + layer.origin());
    }
  }

  private int endOfValue(int start) {
    for (int comma = text.indexOf(',', start); comma >= 0; comma = text.indexOf(',', comma + 1)) {
      String key = keyAt(comma + 1);
      if (key != null && Nearest.isNear(key)) {
        return comma;
      }
    }
    return text.length();
  }

  /** What stands before the next {@code =}; null if it cannot be a key. */
  private @Nullable String keyAt(int start) {
    int end = text.indexOf('=', start);
    String key = end < 0 ? "" : text.substring(start, end).trim();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
        return null;
      }
    }
    return key.isEmpty() ? null : key;
  }
}
