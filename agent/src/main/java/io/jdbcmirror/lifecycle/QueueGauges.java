package io.jdbcmirror.lifecycle;

import io.jdbcmirror.metrics.QueueView;
import io.jdbcmirror.mirror.Mirror;
import io.jdbcmirror.traffic.TrafficQueue;

/** Shows queue and mirror to the metrics, which know neither. */
final class QueueGauges implements QueueView {
  private final TrafficQueue queue;
  private final Mirror mirror;

  QueueGauges(TrafficQueue queue, Mirror mirror) {
    this.queue = queue;
    this.mirror = mirror;
  }

  @Override
  public int length() {
    return queue.length();
  }

  @Override
  public int capacity() {
    return queue.capacity();
  }

  @Override
  public long bytes() {
    return queue.bytes();
  }

  @Override
  public long maxBytes() {
    return queue.maxBytes();
  }

  @Override
  public long lagNanos() {
    return mirror.lagNanos();
  }
}
