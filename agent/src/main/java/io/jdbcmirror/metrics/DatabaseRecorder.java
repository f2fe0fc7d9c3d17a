package io.jdbcmirror.metrics;

/**
 * Counts what becomes of the requests of one source database. A request is opened once, and then
 * either ended (by capture), or placed (by capture) and finished (by the mirror), once.
 *
 * <p>Thread-safe; never blocks and never throws: application threads call it.
 */
public interface DatabaseRecorder {
  /** The application has executed one more request, whose transaction has not ended. */
  void opened();

  /**
   * A request has been executed that was a transaction by itself and had this outcome from the
   * start: like opened, ended and its transaction's end together.
   */
  void passed(Outcome outcome);

  /** Open requests have come to their end without a place in the queue. */
  void ended(Outcome outcome, int requests);

  /** Open requests have taken their place in the queue: they are in flight from now on. */
  void placed(int requests);

  /** Requests in flight are open again: their commit was refused and may be tried once more. */
  void takenBack(int requests);

  /** Requests in flight have come to their end. */
  void finished(Outcome outcome, int requests);

  /** A transaction with at least one request has come to its end. */
  void transaction(Outcome outcome);

  /** One failed attempt on the target, or one request dropped on a full queue. */
  void error(ErrorType type);

  /** A place gave way because its commit did not return in time. */
  void orderRelaxed();

  /** A request that had failed on the source was run on the target, too, and compared. */
  void sourceErrorCompared();

  /** What became of the generated keys of one mirrored insert that asked for them. */
  void generatedKeys(KeyResult result);

  /** Where requests tried on the target are counted by their digests: always the same object. */
  DigestRecorder digests();

  /** One mirrored request's time on both sides, in nanoseconds. */
  void latency(long sourceNanos, long targetNanos);

  /** One mirrored request that was sent in a batch with others, and has no time of its own. */
  void batched();

  /** From a transaction's release to its taking, in nanoseconds. */
  void queueWait(long nanos);
}
