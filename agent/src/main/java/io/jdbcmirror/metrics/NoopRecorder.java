package io.jdbcmirror.metrics;

import org.jspecify.annotations.Nullable;

/** A null object; it is its own database. Reached as {@link Recorder#NOOP}. */
final class NoopRecorder implements Recorder, DatabaseRecorder, DigestRecorder {
  @Override
  public DatabaseRecorder database(String database) {
    return this;
  }

  @Override
  public void captureFailure(String hook) {}

  @Override
  public void targetUp(boolean up) {}

  @Override
  public void targetRefused(boolean refused) {}

  @Override
  public void opened() {}

  @Override
  public void passed(Outcome outcome) {}

  @Override
  public void sourceErrorCompared() {}

  @Override
  public void ended(Outcome outcome, int requests) {}

  @Override
  public void placed(int requests) {}

  @Override
  public void takenBack(int requests) {}

  @Override
  public void finished(Outcome outcome, int requests) {}

  @Override
  public void transaction(Outcome outcome) {}

  @Override
  public void error(ErrorType type) {}

  @Override
  public void orderRelaxed() {}

  @Override
  public void generatedKeys(KeyResult result) {}

  @Override
  public DigestRecorder digests() {
    return this;
  }

  @Override
  public void mirrored(DigestName digest, long sourceNanos, long targetNanos) {}

  @Override
  public void batched() {}

  @Override
  public void batched(DigestName digest) {}

  @Override
  public void failed(DigestName digest, ErrorType type, @Nullable String sqlState) {}

  @Override
  public void compared(DigestName digest, Comparison comparison) {}

  @Override
  public void callSite(DigestName digest, String site) {}

  @Override
  public void latency(long sourceNanos, long targetNanos) {}

  @Override
  public void queueWait(long nanos) {}
}
