package io.jdbcmirror.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Reads everything anew for each attribute. Thread-safe: any thread of the application's may. */
final class MirrorBean implements MirrorMXBean {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Supplier<Snapshot> snapshots;
  private final Supplier<String> state;
  private final DoubleSupplier exposure;

  MirrorBean(Supplier<Snapshot> snapshots, Supplier<String> state, DoubleSupplier exposure) {
    this.snapshots = snapshots;
    this.state = state;
    this.exposure = exposure;
  }

  @Override
  public String getState() {
    return state.get();
  }

  @Override
  public boolean isTargetUp() {
    return snapshots.get().targetUp();
  }

  @Override
  public boolean isTargetRefused() {
    return snapshots.get().targetRefused();
  }

  @Override
  public double getExposure() {
    return exposure.getAsDouble();
  }

  @Override
  public Map<String, Long> getRequests() {
    Snapshot snapshot = snapshots.get();
    Map<String, Long> requests = new LinkedHashMap<>();
    requests.put("total", snapshot.requests());
    for (Outcome.Group group : Outcome.Group.values()) {
      requests.put(group.label(), snapshot.requests(group));
    }
    requests.put("open", snapshot.open());
    requests.put("in_flight", snapshot.inFlight());
    return requests;
  }

  @Override
  public Map<String, Long> getDiscarded() {
    return reasons(Outcome.Group.DISCARDED);
  }

  @Override
  public Map<String, Long> getDropped() {
    return reasons(Outcome.Group.DROPPED);
  }

  private Map<String, Long> reasons(Outcome.Group group) {
    Snapshot snapshot = snapshots.get();
    Map<String, Long> requests = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      if (outcome.group() == group) {
        requests.put(outcome.reason(), snapshot.requests(outcome));
      }
    }
    return requests;
  }

  @Override
  public Map<String, Long> getErrors() {
    Map<String, Long> errors = new LinkedHashMap<>();
    for (DatabaseTotals database : snapshots.get().databases()) {
      for (ErrorType type : ErrorType.values()) {
        errors.merge(type.label(), database.errors(type), Long::sum);
      }
    }
    return errors;
  }

  @Override
  public Map<String, Long> getCaptureFailures() {
    return snapshots.get().captureFailures();
  }

  @Override
  public int getQueueLength() {
    return queue().length();
  }

  @Override
  public int getQueueCapacity() {
    return queue().capacity();
  }

  @Override
  public long getQueueBytes() {
    return queue().bytes();
  }

  @Override
  public long getQueueMaxBytes() {
    return queue().maxBytes();
  }

  @Override
  public double getLagSeconds() {
    return queue().lagNanos() / NANOS_PER_SECOND;
  }

  private QueueView queue() {
    return snapshots.get().queue();
  }
}
