package io.jdbcmirror.metrics;

import java.util.Map;

/**
 * What JMX shows of the mirror: the counters of {@code /api/status} over all databases, read-only.
 * Of one reading of one attribute; several read one after the other may differ by what happens in
 * between.
 */
public interface MirrorMXBean {
  /** What the agent is doing, in words. */
  String getState();

  boolean isTargetUp();

  boolean isTargetRefused();

  /** Fraction of transactions that is mirrored; 0 while paused. */
  double getExposure();

  /**
   * Requests by outcome, with all of them as {@code total}, and {@code open}, {@code in_flight}.
   */
  Map<String, Long> getRequests();

  /** Discarded requests by reason. */
  Map<String, Long> getDiscarded();

  /** Dropped requests by reason. */
  Map<String, Long> getDropped();

  /** Failed attempts on the target by type. */
  Map<String, Long> getErrors();

  /** The agent's own faults on application threads, by hook. */
  Map<String, Long> getCaptureFailures();

  /** Transactions waiting. */
  int getQueueLength();

  /** Transactions that may wait. */
  int getQueueCapacity();

  /** Bytes captured and not yet applied. */
  long getQueueBytes();

  /** Limit of the bytes. */
  long getQueueMaxBytes();

  /** How long the oldest transaction that waits has waited. */
  double getLagSeconds();
}
