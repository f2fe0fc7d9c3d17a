package io.jdbcmirror.metrics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The digests of one source database, at most so many: beyond them the least recently used is
 * merged into {@code other}, so that sums over the table are what was counted. A digest takes 0.6
 * KB when new, 4 to 6 KB after a thousand requests or a million, and never over 75 KB; its text, of
 * 2,000 characters at most, besides.
 *
 * <p>Thread-safe. Whoever reads takes {@code other} and the list of the rest in one step, and then
 * copies one entry after the other: what is merged meanwhile is neither missed nor read twice, and
 * a mirror thread waits for no more than one copy.
 */
final class DigestTable implements DigestRecorder {
  private final String database;
  private final int max;
  private final ComparisonTally allComparisons;
  private final LongSupplier clockMillis;
  private final DigestEntry other = new DigestEntry(DigestName.OTHER);
  private final Map<String, DigestEntry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param allComparisons those of the database
   */
  DigestTable(String database, int max, ComparisonTally allComparisons, LongSupplier clockMillis) {
    this.database = database;
    this.max = max;
    this.allComparisons = allComparisons;
    this.clockMillis = clockMillis;
  }

  @Override
  public void mirrored(DigestName digest, long sourceNanos, long targetNanos) {
    count(digest, entry -> entry.mirrored(sourceNanos, targetNanos));
  }

  @Override
  public void batched(DigestName digest) {
    count(digest, DigestEntry::batched);
  }

  @Override
  public void failed(DigestName digest, ErrorType type, @Nullable String sqlState) {
    DigestError error = DigestError.of(type, sqlState);
    count(digest, entry -> entry.failed(error));
  }

  @Override
  public void compared(DigestName digest, Comparison comparison) {
    allComparisons.add(comparison);
    count(digest, entry -> entry.compared(comparison));
  }

  @Override
  public void callSite(DigestName digest, String site) {
    count(digest, entry -> entry.callSite(site));
  }

  private void count(DigestName digest, DigestEntry.Change change) {
    long nowMillis = clockMillis.getAsLong();
    boolean counted;
    do {
      // Not counted only if others have pushed it out between these two calls.
      counted = entry(digest).change(nowMillis, change);
    } while (!counted);
  }

  private synchronized DigestEntry entry(DigestName digest) {
    DigestEntry known = find(digest.id());
    return known != null ? known : add(digest);
  }

  private DigestEntry add(DigestName digest) {
    if (entries.size() >= max) {
      Iterator<DigestEntry> leastRecent = entries.values().iterator();
      leastRecent.next().mergeInto(other);
      leastRecent.remove();
    }
    DigestEntry entry = new DigestEntry(digest);
    entries.put(digest.id(), entry);
    return entry;
  }

  /** In no order that means anything; {@code other} only where something was counted for it. */
  List<DigestTotals> totals() {
    List<DigestTotals> totals = new ArrayList<>();
    List<DigestEntry> rest;
    synchronized (this) {
      totals.add(other.detail(database).totals());
      rest = new ArrayList<>(entries.values());
    }
    for (DigestEntry entry : rest) {
      totals.add(entry.detail(database).totals());
    }
    totals.removeIf(each -> each.lastSeenMillis() == 0);
    return totals;
  }

  /** Null if there is none; to be looked at is a use, too. */
  @Nullable DigestDetail detail(String id) {
    DigestEntry entry = find(id);
    DigestDetail detail = entry == null ? null : entry.detail(database);
    return detail == null || detail.totals().lastSeenMillis() == 0 ? null : detail;
  }

  private synchronized @Nullable DigestEntry find(String id) {
    return id.equals(DigestName.OTHER.id()) ? other : entries.get(id);
  }
}
