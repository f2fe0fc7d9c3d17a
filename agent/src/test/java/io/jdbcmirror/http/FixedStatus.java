package io.jdbcmirror.http;

/** An agent that mirrors. */
final class FixedStatus implements StatusSource {
  private final ExposureControl exposure = new FakeExposure();

  @Override
  public String state() {
    return "mirroring";
  }

  @Override
  public long sinceMillis() {
    return 1_000;
  }

  @Override
  public ExposureControl exposure() {
    return exposure;
  }

  /** Begins with a quarter. */
  private static final class FakeExposure implements ExposureControl {
    private double fraction = 0.25;
    private boolean paused;

    @Override
    public synchronized double fraction() {
      return fraction;
    }

    @Override
    public synchronized boolean isPaused() {
      return paused;
    }

    @Override
    public String ramp() {
      return "to 1.0";
    }

    @Override
    public synchronized double set(double newFraction) {
      double before = fraction;
      fraction = newFraction;
      return before;
    }

    @Override
    public synchronized boolean pause(boolean pause) {
      boolean changed = paused != pause;
      paused = pause;
      return changed;
    }
  }
}
