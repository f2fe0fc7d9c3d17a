package io.jdbcmirror.metrics;

/** A queue as it was at one moment. Immutable. */
final class FixedQueueView implements QueueView {
  static final QueueView NONE = new FixedQueueView();

  private final int length;
  private final int capacity;
  private final long bytes;
  private final long maxBytes;
  private final long lagNanos;

  private FixedQueueView() {
    this.length = 0;
    this.capacity = 0;
    this.bytes = 0;
    this.maxBytes = 0;
    this.lagNanos = 0;
  }

  FixedQueueView(QueueView queue) {
    this.length = queue.length();
    this.capacity = queue.capacity();
    this.bytes = queue.bytes();
    this.maxBytes = queue.maxBytes();
    this.lagNanos = queue.lagNanos();
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public long maxBytes() {
    return maxBytes;
  }

  @Override
  public long lagNanos() {
    return lagNanos;
  }
}
