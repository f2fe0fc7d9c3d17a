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

  CaptureLimits(TrafficQueue queue, long transactionMaxBytes, CompareResults compareResults) {
    this.queue = queue;
    this.transactionMaxBytes = transactionMaxBytes;
    this.compareResults = compareResults;
  }

  /** How much of what the source answers is taken down. */
  CompareResults compareResults() {
    return compareResults;
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
