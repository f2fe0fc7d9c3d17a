package io.jdbcmirror.traffic;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BiConsumer;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Texts of statements that may have changed tables of the source and are not mirrored: what the
 * target lacks may explain a difference. Bounded: of what finds no room only that is known, that
 * there was something. Application threads report and never wait; one agent thread at a time takes.
 */
public final class MissedWrites {
  private static final int CAPACITY = 256;

  /** The table that a statement changes stands near its beginning. */
  private static final int MAX_CHARACTERS = 2_000;

  private static final int PREFIX = 64;
  private static final char QUOTE = '\'';

  private final MpscAtomicArrayQueue<Entry> entries = new MpscAtomicArrayQueue<>(CAPACITY);
  private final AtomicIntegerArray reported = new AtomicIntegerArray(CAPACITY);
  private volatile @Nullable Missed overflow;

  /**
   * Of texts that begin alike one is enough, most times.
   *
   * @param sql null where it is not known
   */
  public void report(@Nullable String sql, Missed why) {
    if (overflow != null || (sql != null && isKnown(sql, why))) {
      return;
    }
    if (sql == null || !entries.offer(new Entry(shortened(sql), why))) {
      overflow = why;
    }
  }

  private boolean isKnown(String sql, Missed why) {
    int hash = why.hashCode();
    int length = Math.min(sql.length(), PREFIX);
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + sql.charAt(i);
    }
    int slot = hash & (CAPACITY - 1);
    return reported.getAndSet(slot, hash) == hash;
  }

  /** Not cut within a literal: who reads a text with a quote too many trusts none of it. */
  private static String shortened(String sql) {
    if (sql.length() <= MAX_CHARACTERS) {
      return sql;
    }
    String beginning = sql.substring(0, MAX_CHARACTERS);
    boolean within = beginning.chars().filter(c -> c == QUOTE).count() % 2 == 1;
    return within ? beginning.substring(0, beginning.lastIndexOf(QUOTE)) : beginning;
  }

  /** Hands over what was reported since. */
  public void take(BiConsumer<String, Missed> text) {
    for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
      text.accept(entry.sql, entry.why);
    }
  }

  /** Whether something was missed of which nothing else is known; it stays so. */
  public @Nullable Missed unknown() {
    return overflow;
  }

  private static final class Entry {
    private final String sql;
    private final Missed why;

    Entry(String sql, Missed why) {
      this.sql = sql;
      this.why = why;
    }
  }
}
