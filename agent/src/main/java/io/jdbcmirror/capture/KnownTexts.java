package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/**
 * What was told of texts that were executed before: applications execute few texts often, and to
 * read one takes microseconds. Bounded: a text takes the place of another, and a long one has none.
 * Thread-safe; an entry lost among threads is read once more.
 */
final class KnownTexts {
  private static final int SLOTS = 1_024;
  private static final int MAX_LENGTH = 1_024;

  /** Published without a fence: its fields are final. */
  private static final class Entry {
    private final String sql;
    private final SqlTraits traits;

    private Entry(String sql, SqlTraits traits) {
      this.sql = sql;
      this.traits = traits;
    }
  }

  private final @Nullable Entry[] entries = new Entry[SLOTS];

  /** Null if it is not known. */
  @Nullable SqlTraits get(String sql) {
    Entry entry = entries[slot(sql)];
    return entry != null && entry.sql.equals(sql) ? entry.traits : null;
  }

  void put(String sql, SqlTraits traits) {
    if (sql.length() <= MAX_LENGTH) {
      entries[slot(sql)] = new Entry(sql, traits);
    }
  }

  private static int slot(String sql) {
    int hash = sql.hashCode();
    return (hash ^ (hash >>> 16)) & (SLOTS - 1);
  }
}
