package io.jdbcmirror.metrics;

import io.prometheus.client.Histogram;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts for one source database. What application threads call is one addition to an adder, no
 * look-up and no allocation.
 *
 * <p>Adders only grow, and are read against the way a request takes: what ended before what was
 * placed, and that before what was opened. So a reader in between sees some requests as still open,
 * but never a negative gauge nor one request twice.
 */
final class DatabaseCounters implements DatabaseRecorder {
  private static final double NANOS_PER_SECOND = 1e9;

  private final String database;
  private final LongAdder requests = new LongAdder();
  private final Tally<Outcome> passed = new Tally<>(Outcome.class);
  private final LongAdder placed = new LongAdder();
  private final Tally<Outcome> ended = new Tally<>(Outcome.class);
  private final Tally<Outcome> finished = new Tally<>(Outcome.class);
  private final Tally<Outcome.Group> transactions = new Tally<>(Outcome.Group.class);
  private final Tally<ErrorType> errors = new Tally<>(ErrorType.class);
  private final LongAdder batched = new LongAdder();
  private final LongAdder orderRelaxed = new LongAdder();
  private final LongAdder sourceErrorsCompared = new LongAdder();
  private final Tally<KeyResult> generatedKeys = new Tally<>(KeyResult.class);
  private final ComparisonTally comparisons = new ComparisonTally();
  private final DigestTable digests;
  private final Histogram.Child source;
  private final Histogram.Child target;
  private final Histogram.Child queueWait;
  private final TimeCounts sourceTimes = new TimeCounts();
  private final TimeCounts targetTimes = new TimeCounts();

  /**
   * @param maxDigests with an entry of their own
   */
  DatabaseCounters(String database, Histograms histograms, int maxDigests) {
    this.database = database;
    this.digests = new DigestTable(database, maxDigests, comparisons, System::currentTimeMillis);
    this.source = histograms.source(database);
    this.target = histograms.target(database);
    this.queueWait = histograms.queueWait(database);
  }

  @Override
  public void opened() {
    requests.increment();
  }

  @Override
  public void passed(Outcome outcome) {
    passed.add(outcome, 1);
  }

  @Override
  public void ended(Outcome outcome, int count) {
    ended.add(outcome, count);
  }

  @Override
  public void placed(int count) {
    placed.add(count);
  }

  @Override
  public void takenBack(int count) {
    placed.add(-count);
  }

  @Override
  public void finished(Outcome outcome, int count) {
    finished.add(outcome, count);
  }

  @Override
  public void transaction(Outcome outcome) {
    transactions.add(outcome.group(), 1);
  }

  @Override
  public void error(ErrorType type) {
    errors.add(type, 1);
  }

  @Override
  public void batched() {
    batched.increment();
  }

  @Override
  public void orderRelaxed() {
    orderRelaxed.increment();
  }

  @Override
  public void sourceErrorCompared() {
    sourceErrorsCompared.increment();
  }

  @Override
  public void generatedKeys(KeyResult result) {
    generatedKeys.add(result, 1);
  }

  @Override
  public DigestTable digests() {
    return digests;
  }

  @Override
  public void latency(long sourceNanos, long targetNanos) {
    source.observe(sourceNanos / NANOS_PER_SECOND);
    target.observe(targetNanos / NANOS_PER_SECOND);
    sourceTimes.add(sourceNanos);
    targetTimes.add(targetNanos);
  }

  @Override
  public void queueWait(long nanos) {
    queueWait.observe(nanos / NANOS_PER_SECOND);
  }

  DatabaseTotals totals() {
    DatabaseTotals.Builder totals = new DatabaseTotals.Builder(database);
    totals.finished = finished.sums();
    totals.placed = placed.sum();
    totals.ended = ended.sums();
    totals.requests = requests.sum();
    totals.transactions = transactions.sums();
    passed.sums().forEach(totals::addPassed);
    totals.errors = errors.sums();
    totals.batched = batched.sum();
    totals.orderRelaxed = orderRelaxed.sum();
    totals.sourceErrorsCompared = sourceErrorsCompared.sum();
    totals.generatedKeys = generatedKeys.sums();
    totals.comparisons = comparisons.totals();
    totals.sourceTimes = sourceTimes.buckets();
    totals.targetTimes = targetTimes.buckets();
    return totals.build(
        new LatencyTotals(source), new LatencyTotals(target), new LatencyTotals(queueWait));
  }
}
