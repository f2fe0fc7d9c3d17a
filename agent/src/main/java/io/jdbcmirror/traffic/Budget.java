package io.jdbcmirror.traffic;

/**
 * A bounded amount of which the application's threads take and the mirror's give back. Each side
 * writes a counter of its own and the first looks at the other only where the bound seems passed,
 * so that they do not slow each other down. Thread-safe, and lock-free.
 */
final class Budget {
  private final long max;
  private final PaddedCounter taken = new PaddedCounter();
  private final PaddedCounter returned = new PaddedCounter();
  private volatile long returnedAsSeen; // or less than that, which is the safe side

  Budget(long max) {
    this.max = max;
  }

  /**
   * @return false, with nothing taken, if the bound would be passed
   */
  boolean take(long count) {
    long now = taken.addAndGet(count);
    if (now - returnedAsSeen <= max) {
      return true;
    }
    long seen = returned.get();
    returnedAsSeen = seen;
    if (now - seen <= max) {
      return true;
    }
    taken.addAndGet(-count);
    return false;
  }

  /** From the side that takes. */
  void untake(long count) {
    if (count != 0) {
      taken.addAndGet(-count);
    }
  }

  /** From the other side. */
  void giveBack(long count) {
    returned.addAndGet(count);
  }

  /** What is taken and not given back. */
  long held() {
    long back = returned.get(); // first: what is given back was taken before
    return taken.get() - back;
  }

  long max() {
    return max;
  }
}
