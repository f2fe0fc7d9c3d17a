package io.jdbcmirror.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What is counted for one digest. Thread-safe: a writer waits for no more than this one entry to be
 * copied. Once merged into another it stays as it was then, for those who are about to read it.
 */
final class DigestEntry {
  private static final int MAX_ERRORS = 20;
  private static final int MAX_CALL_SITES = 5;
  private static final int MAX_SITE = 500;
  private static final String OTHER_SITE = "other";

  private final DigestName name;
  private final TimeHistogram source = new TimeHistogram();
  private final TimeHistogram target = new TimeHistogram();
  private final Counts<DigestError> errors =
      new Counts<>(MAX_ERRORS, error -> DigestError.other(error.type()));
  private final Counts<Comparison> comparisons = new Counts<>(Integer.MAX_VALUE, all -> all);
  private final Counts<String> callSites = new Counts<>(MAX_CALL_SITES, site -> OTHER_SITE);
  private long batched;
  private long lastSeenMillis;
  private @Nullable Difference firstDifference;
  private boolean merged;

  DigestEntry(DigestName name) {
    this.name = name;
  }

  /** One thing to be counted; called with the entry's lock held. */
  interface Change {
    void apply(DigestEntry entry);
  }

  /**
   * @return false if nothing was changed, as the entry has been merged into another
   */
  synchronized boolean change(long nowMillis, Change change) {
    if (!merged) {
      lastSeenMillis = Math.max(lastSeenMillis, nowMillis);
      change.apply(this);
    }
    return !merged;
  }

  void mirrored(long sourceNanos, long targetNanos) {
    source.add(sourceNanos);
    target.add(targetNanos);
  }

  void batched() {
    batched++;
  }

  void failed(DigestError error) {
    errors.add(error, 1);
  }

  void compared(Comparison comparison) {
    comparisons.add(comparison, 1);
    Attribution attribution = comparison.attribution();
    if (attribution != null && firstDifference == null) {
      firstDifference = new Difference(lastSeenMillis, comparison.verdict(), attribution);
    }
  }

  void callSite(String site) {
    callSites.add(DigestName.cut(site, MAX_SITE), 1);
  }

  /** Takes over all that this one has counted; it counts no more. */
  synchronized void mergeInto(DigestEntry other) {
    merged = true;
    other.change(lastSeenMillis, into -> into.addAll(this));
  }

  private void addAll(DigestEntry gone) {
    source.addAll(gone.source);
    target.addAll(gone.target);
    batched += gone.batched;
    errors.addAll(gone.errors);
    comparisons.addAll(gone.comparisons);
    callSites.addAll(gone.callSites);
    Difference theirs = gone.firstDifference;
    Difference ours = firstDifference;
    if (theirs != null && (ours == null || theirs.atMillis() < ours.atMillis())) {
      firstDifference = theirs;
    }
  }

  DigestDetail detail(String database) {
    DigestTotals.Builder totals = new DigestTotals.Builder(database, name);
    TimeBuckets sourceTimes;
    TimeBuckets targetTimes;
    synchronized (this) {
      sourceTimes = source.buckets();
      targetTimes = target.buckets();
      totals.batched = batched;
      totals.errors = errors.copy();
      totals.comparisons = comparisons.copy();
      totals.callSites = callSites.copy();
      totals.lastSeenMillis = lastSeenMillis;
      totals.firstDifference = firstDifference;
    }
    return new DigestDetail(totals.build(sourceTimes, targetTimes), sourceTimes, targetTimes);
  }
}
