package io.jdbcmirror.capture;

import io.jdbcmirror.config.CompareResults;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.TrafficQueue;
import java.util.List;

/** Makes what holds captured data, each with its bounds. Immutable. */
final class CaptureLimits {
  private final TrafficQueue queue;
  private final long transactionMaxBytes;
  private final CompareResults compareResults;
  private final boolean comparesSourceErrors;

  CaptureLimits(
      TrafficQueue queue,
      long transactionMaxBytes,
      CompareResults compareResults,
      boolean comparesSourceErrors) {
    this.queue = queue;
    this.transactionMaxBytes = transactionMaxBytes;
    this.compareResults = compareResults;
    this.comparesSourceErrors = comparesSourceErrors;
  }

  /** How much of what the source answers is taken down. */
  CompareResults compareResults() {
    return compareResults;
  }

  /** Whether what has failed on the source is run on the target, too. */
  boolean comparesSourceErrors() {
    return comparesSourceErrors;
  }

  TransactionDraft newDraft(List<SessionChange> preamble) {
    return new TransactionDraft(queue, transactionMaxBytes, preamble);
  }

  WaitingBytes newWaitingBytes() {
    return new WaitingBytes(queue);
  }

  CopyData newCopyData(WaitingBytes bytes) {
    return new CopyData(new BoundedBytes(bytes, transactionMaxBytes));
  }

  BatchRows newBatch(WaitingBytes bytes) {
    return new BatchRows(new BoundedBytes(bytes, transactionMaxBytes));
  }
}
