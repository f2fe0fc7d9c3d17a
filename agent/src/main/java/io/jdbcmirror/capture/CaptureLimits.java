package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.TrafficQueue;
import java.util.List;

/** Makes what holds captured data, each with its bounds. Immutable. */
final class CaptureLimits {
  private final TrafficQueue queue;
  private final long transactionMaxBytes;

  CaptureLimits(TrafficQueue queue, long transactionMaxBytes) {
    this.queue = queue;
    this.transactionMaxBytes = transactionMaxBytes;
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
