package io.jdbcmirror.digest;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The digests of the texts of one dialect that were used most recently, so that a statement is read
 * once and not at each execution. Safe for several threads.
 *
 * <p>Bounded in texts and in characters: an application may write its values into its statements,
 * so that every text is another one.
 */
public final class Digests {
  private final Dialect dialect;
  private final int maxTexts;
  private final int maxCharacters;
  private final int maxLength;
  private final Map<String, Digest> digests = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  /**
   * @param maxTexts so many are kept at most
   * @param maxCharacters of the texts kept and of their digests, together
   */
  public Digests(Dialect dialect, int maxTexts, int maxCharacters) {
    this.dialect = dialect;
    this.maxTexts = maxTexts;
    this.maxCharacters = maxCharacters;
    this.maxLength = maxCharacters / 8;
  }

  /**
   * The digest of a text. A text that would take an eighth of the room is read each time: it would
   * drive out all others, and is seldom seen twice.
   */
  public Digest of(String sql) {
    if (sql.length() > maxLength) {
      return Digest.of(sql, dialect);
    }
    Digest known = find(sql);
    if (known != null) {
      return known;
    }
    Digest digest = Digest.of(sql, dialect);
    put(sql, digest);
    return digest;
  }

  private synchronized @Nullable Digest find(String sql) {
    return digests.get(sql);
  }

  private synchronized void put(String sql, Digest digest) {
    if (digests.put(sql, digest) == null) {
      characters += size(sql, digest);
    }
    Iterator<Map.Entry<String, Digest>> eldest = digests.entrySet().iterator();
    while (digests.size() > maxTexts || characters > maxCharacters) {
      Map.Entry<String, Digest> each = eldest.next();
      characters -= size(each.getKey(), each.getValue());
      eldest.remove();
    }
  }

  /** Two digests of one text have the same size. */
  private static int size(String sql, Digest digest) {
    int size = sql.length() + digest.text().length();
    for (String table : digest.tables()) {
      size += table.length();
    }
    return size;
  }

  synchronized int texts() {
    return digests.size();
  }

  synchronized long characters() {
    return characters;
  }
}
