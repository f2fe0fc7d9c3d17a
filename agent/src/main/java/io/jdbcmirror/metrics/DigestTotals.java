package io.jdbcmirror.metrics;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was counted for one digest of one source database, at one moment. Immutable. */
public final class DigestTotals {
  private final String database;
  private final DigestName name;
  private final TimeTotals source;
  private final TimeTotals target;
  private final long batched;
  private final Map<DigestError, Long> errors;
  private final long errorCount;
  private final ComparisonTotals comparisons;
  private final Map<String, Long> callSites;
  private final long lastSeenMillis;
  private final @Nullable Difference firstDifference;

  private DigestTotals(Builder builder, TimeBuckets source, TimeBuckets target) {
    this.database = builder.database;
    this.name = builder.name;
    this.source = new TimeTotals(source);
    this.target = new TimeTotals(target);
    this.batched = builder.batched;
    this.errors = Collections.unmodifiableMap(builder.errors);
    this.errorCount = builder.errors.values().stream().mapToLong(Long::longValue).sum();
    this.comparisons = new ComparisonTotals(builder.comparisons);
    this.callSites = Collections.unmodifiableMap(builder.callSites);
    this.lastSeenMillis = builder.lastSeenMillis;
    this.firstDifference = builder.firstDifference;
  }

  /** The {@code database} label. */
  public String database() {
    return database;
  }

  public DigestName name() {
    return name;
  }

  /** Executions on the target: mirrored requests and failed attempts. */
  public long calls() {
    return target.count() + batched + errorCount;
  }

  /** Mirrored requests that were sent in a batch with others: times leave them out. */
  public long batched() {
    return batched;
  }

  /** Mirrored requests' times on the source. */
  public TimeTotals source() {
    return source;
  }

  /** The same requests' times on the target. */
  public TimeTotals target() {
    return target;
  }

  /** Failed attempts on the target, by type and SQLState. */
  public Map<DigestError, Long> errors() {
    return errors;
  }

  /** Failed attempts on the target. */
  public long errorCount() {
    return errorCount;
  }

  public ComparisonTotals comparisons() {
    return comparisons;
  }

  /** Of the executions that were looked at; the first five sites, and {@code other}. */
  public Map<String, Long> callSites() {
    return callSites;
  }

  /** In milliseconds of the epoch. */
  public long lastSeenMillis() {
    return lastSeenMillis;
  }

  /** Null if the two sides have always done the same. */
  public @Nullable Difference firstDifference() {
    return firstDifference;
  }

  /** Maps are kept, not copied. */
  static final class Builder {
    private final String database;
    private final DigestName name;
    long batched;
    Map<DigestError, Long> errors = Collections.emptyMap();
    Map<Comparison, Long> comparisons = Collections.emptyMap();
    Map<String, Long> callSites = Collections.emptyMap();
    long lastSeenMillis;
    @Nullable Difference firstDifference;

    Builder(String database, DigestName name) {
      this.database = database;
      this.name = name;
    }

    DigestTotals build(TimeBuckets source, TimeBuckets target) {
      return new DigestTotals(this, source, target);
    }
  }
}
