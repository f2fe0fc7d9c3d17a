package io.jdbcmirror.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What was counted for one source database, at one moment. Immutable. */
public final class DatabaseTotals {
  private final String database;
  private final long requests;
  private final Map<Outcome, Long> outcomes;
  private final long open;
  private final long inFlight;
  private final Map<Outcome.Group, Long> transactions;
  private final Map<ErrorType, Long> errors;
  private final long batched;
  private final long orderRelaxed;
  private final long sourceErrorsCompared;
  private final Map<KeyResult, Long> generatedKeys;
  private final ComparisonTotals comparisons;
  private final LatencyTotals source;
  private final LatencyTotals target;
  private final LatencyTotals queueWait;
  private final TimeBuckets sourceTimes;
  private final TimeBuckets targetTimes;

  private DatabaseTotals(
      Builder builder, LatencyTotals source, LatencyTotals target, LatencyTotals queueWait) {
    this.database = builder.database;
    this.requests = builder.requests;
    this.outcomes = new EnumMap<>(Outcome.class);
    outcomes.putAll(builder.ended);
    builder.finished.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
    this.open = builder.requests - builder.placed - sum(builder.ended);
    this.inFlight = builder.placed - sum(builder.finished);
    this.transactions = builder.transactions;
    this.errors = builder.errors;
    this.batched = builder.batched;
    this.orderRelaxed = builder.orderRelaxed;
    this.sourceErrorsCompared = builder.sourceErrorsCompared;
    this.generatedKeys = builder.generatedKeys;
    this.comparisons = builder.comparisons;
    this.source = source;
    this.target = target;
    this.queueWait = queueWait;
    this.sourceTimes = builder.sourceTimes;
    this.targetTimes = builder.targetTimes;
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The {@code database} label. */
  public String database() {
    return database;
  }

  public long requests() {
    return requests;
  }

  public long requests(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** Requests of all outcomes of a group. */
  public long requests(Outcome.Group group) {
    long sum = 0;
    for (Outcome outcome : Outcome.values()) {
      sum += outcome.group() == group ? requests(outcome) : 0;
    }
    return sum;
  }

  /** Requests of transactions the application has not ended. */
  public long open() {
    return open;
  }

  /** Requests queued or being applied. */
  public long inFlight() {
    return inFlight;
  }

  /** Requests of which nobody knows what became of them: 0, or the agent has lost one. */
  public long unaccounted() {
    return requests - sum(outcomes) - open - inFlight;
  }

  public long transactions(Outcome.Group group) {
    return transactions.getOrDefault(group, 0L);
  }

  public long errors(ErrorType type) {
    return errors.getOrDefault(type, 0L);
  }

  /** Places that gave way because their commit did not return in time. */
  public long orderRelaxed() {
    return orderRelaxed;
  }

  /** Requests that had failed on the source and were compared: neither mirrored nor failed. */
  public long sourceErrorsCompared() {
    return sourceErrorsCompared;
  }

  /** Mirrored requests that were sent in a batch with others: times leave them out. */
  public long batched() {
    return batched;
  }

  /** Mirrored inserts that asked for generated keys, by what became of these. */
  public long generatedKeys(KeyResult result) {
    return generatedKeys.getOrDefault(result, 0L);
  }

  /** Requests that were tried on the target, by how they compare with the source. */
  public ComparisonTotals comparisons() {
    return comparisons;
  }

  /** Mirrored requests' times on the source. */
  public LatencyTotals source() {
    return source;
  }

  /** The same requests' times on the target. */
  public LatencyTotals target() {
    return target;
  }

  /** The times of {@link #source}, more finely. */
  public TimeBuckets sourceTimes() {
    return sourceTimes;
  }

  /** The times of {@link #target}, more finely. */
  public TimeBuckets targetTimes() {
    return targetTimes;
  }

  /** Transactions' times from release to taking. */
  public LatencyTotals queueWait() {
    return queueWait;
  }

  /** The sums as they were read, in the order they were read in. Maps are kept, not copied. */
  static final class Builder {
    private final String database;
    Map<Outcome, Long> finished = Collections.emptyMap();
    long placed;
    Map<Outcome, Long> ended = Collections.emptyMap();
    long requests;
    Map<Outcome.Group, Long> transactions = Collections.emptyMap();
    Map<ErrorType, Long> errors = Collections.emptyMap();
    long batched;
    long orderRelaxed;
    long sourceErrorsCompared;
    Map<KeyResult, Long> generatedKeys = Collections.emptyMap();
    ComparisonTotals comparisons = new ComparisonTotals(Collections.emptyMap());
    TimeBuckets sourceTimes = TimeBuckets.NONE;
    TimeBuckets targetTimes = TimeBuckets.NONE;

    Builder(String database) {
      this.database = database;
    }

    /** To maps that can be changed. */
    void addPassed(Outcome outcome, long count) {
      requests += count;
      ended.merge(outcome, count, Long::sum);
      transactions.merge(outcome.group(), count, Long::sum);
    }

    DatabaseTotals build(LatencyTotals source, LatencyTotals target, LatencyTotals queueWait) {
      return new DatabaseTotals(this, source, target, queueWait);
    }
  }
}
