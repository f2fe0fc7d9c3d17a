package io.jdbcmirror.mirror;

import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.DigestRecorder;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.Recorder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts in memory, all databases together. */
final class FakeRecorder implements Recorder, DatabaseRecorder {
  final AtomicInteger placed = new AtomicInteger();
  final AtomicInteger finished = new AtomicInteger();
  final AtomicInteger relaxed = new AtomicInteger();
  final AtomicInteger latencies = new AtomicInteger();
  final AtomicInteger batched = new AtomicInteger();
  final AtomicInteger waits = new AtomicInteger();
  volatile boolean up;
  volatile boolean refused;
  private final Map<Outcome, Integer> requests = new ConcurrentHashMap<>();
  private final Map<Outcome, Integer> transactions = new ConcurrentHashMap<>();
  private final Map<ErrorType, Integer> errors = new ConcurrentHashMap<>();
  private final Map<KeyResult, Integer> keys = new ConcurrentHashMap<>();

  int requests(Outcome outcome) {
    return requests.getOrDefault(outcome, 0);
  }

  int transactions(Outcome outcome) {
    return transactions.getOrDefault(outcome, 0);
  }

  int keys(KeyResult result) {
    return keys.getOrDefault(result, 0);
  }

  int errors(ErrorType type) {
    return errors.getOrDefault(type, 0);
  }

  @Override
  public DatabaseRecorder database(String database) {
    return this;
  }

  @Override
  public void captureFailure(String hook) {}

  @Override
  public void targetUp(boolean isUp) {
    up = isUp;
  }

  @Override
  public void targetRefused(boolean isRefused) {
    refused = isRefused;
  }

  @Override
  public void opened() {}

  @Override
  public void passed(Outcome outcome) {}

  @Override
  public void sourceErrorCompared() {}

  @Override
  public void ended(Outcome outcome, int count) {}

  @Override
  public void placed(int count) {
    placed.addAndGet(count);
  }

  @Override
  public void takenBack(int count) {
    placed.addAndGet(-count);
  }

  @Override
  public void finished(Outcome outcome, int count) {
    requests.merge(outcome, count, Integer::sum);
    finished.addAndGet(count);
  }

  @Override
  public void transaction(Outcome outcome) {
    transactions.merge(outcome, 1, Integer::sum);
  }

  @Override
  public void error(ErrorType type) {
    errors.merge(type, 1, Integer::sum);
  }

  @Override
  public void orderRelaxed() {
    relaxed.incrementAndGet();
  }

  @Override
  public void generatedKeys(KeyResult result) {
    keys.merge(result, 1, Integer::sum);
  }

  @Override
  public DigestRecorder digests() {
    return Recorder.NOOP.database("").digests();
  }

  @Override
  public void latency(long sourceNanos, long targetNanos) {
    latencies.incrementAndGet();
  }

  @Override
  public void batched() {
    batched.incrementAndGet();
  }

  @Override
  public void queueWait(long nanos) {
    waits.incrementAndGet();
  }
}
