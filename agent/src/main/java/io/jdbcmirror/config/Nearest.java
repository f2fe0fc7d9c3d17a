package io.jdbcmirror.config;

import java.util.Locale;

/** Finds the setting that a mistyped key was meant to be. */
final class Nearest {
  private Nearest() {}

  /** The setting whose key takes the fewest edits; a key with a part left out comes first. */
  static Setting to(String key) {
    String typed = plain(key);
    Setting nearest = Setting.ENABLED;
    int fewest = Integer.MAX_VALUE;
    for (Setting setting : Setting.values()) {
      int edits = edits(typed, plain(setting.key()));
      if (edits < fewest) {
        fewest = edits;
        nearest = setting;
      }
    }
    return nearest;
  }

  /** Whether the text is a setting's key, or one with a slip or two. */
  static boolean isNear(String key) {
    String near = plain(to(key).key());
    String typed = plain(key);
    return distance(typed, near) <= (near.length() < 7 ? 1 : 2);
  }

  private static int edits(String typed, String key) {
    if (key.endsWith("." + typed) || typed.endsWith("." + key)) {
      return 1;
    }
    // queue.size is nearer to queue.capacity than to exposure.
    int weight = firstPart(typed).equals(firstPart(key)) ? 1 : 2;
    return weight * distance(typed, key);
  }

  private static String firstPart(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replace('-', '.').replace('_', '.');
  }

  /** Levenshtein's distance, one row at a time. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
