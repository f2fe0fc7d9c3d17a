package io.jdbcmirror.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Everything counted, as it was at one moment. Immutable. While requests are under way the numbers
 * of several databases are read one after the other; at rest they are exact.
 */
public final class Snapshot {
  private final List<DatabaseTotals> databases;
  private final Map<String, Long> captureFailures;
  private final QueueView queue;
  private final boolean targetUp;
  private final boolean targetRefused;

  Snapshot(
      List<DatabaseTotals> databases,
      Map<String, Long> captureFailures,
      QueueView queue,
      boolean targetUp,
      boolean targetRefused) {
    this.databases = Collections.unmodifiableList(new ArrayList<>(databases));
    this.captureFailures = Collections.unmodifiableMap(new TreeMap<>(captureFailures));
    this.queue = new FixedQueueView(queue);
    this.targetUp = targetUp;
    this.targetRefused = targetRefused;
  }

  /** One for each database seen, in the order of their names. */
  public List<DatabaseTotals> databases() {
    return databases;
  }

  /** The agent's own faults on application threads, by hook. */
  public Map<String, Long> captureFailures() {
    return captureFailures;
  }

  /** All zeros while there is no queue. */
  public QueueView queue() {
    return queue;
  }

  /** Whether the last contact with the target succeeded; false before the first. */
  public boolean targetUp() {
    return targetUp;
  }

  public boolean targetRefused() {
    return targetRefused;
  }

  /** Over all databases. */
  public long requests() {
    return sum(DatabaseTotals::requests);
  }

  /** Over all databases. */
  public long requests(Outcome outcome) {
    return sum(database -> database.requests(outcome));
  }

  /** Over all databases. */
  public long requests(Outcome.Group group) {
    return sum(database -> database.requests(group));
  }

  /** Over all databases. */
  public long open() {
    return sum(DatabaseTotals::open);
  }

  /** Over all databases. */
  public long inFlight() {
    return sum(DatabaseTotals::inFlight);
  }

  /** Requests less all outcomes less open less in flight, over all databases: 0. */
  public long unaccounted() {
    return sum(DatabaseTotals::unaccounted);
  }

  /**
   * One line over all databases: {@code requests=120 mirrored=100 unsampled=0 filtered=0 failed=0
   * discarded{rolled_back=20} dropped=0 open=0 in_flight=0}; of reasons only those that occurred.
   */
  public String summary() {
    StringBuilder line = new StringBuilder();
    line.append("requests=").append(requests());
    appendGroup(line, Outcome.Group.MIRRORED);
    appendGroup(line, Outcome.Group.UNSAMPLED);
    appendGroup(line, Outcome.Group.FILTERED);
    appendGroup(line, Outcome.Group.FAILED);
    appendReasons(line, Outcome.Group.DISCARDED);
    appendReasons(line, Outcome.Group.DROPPED);
    line.append(" open=").append(open()).append(" in_flight=").append(inFlight());
    return line.toString();
  }

  private void appendGroup(StringBuilder line, Outcome.Group group) {
    line.append(' ').append(group.label()).append('=').append(requests(group));
  }

  private void appendReasons(StringBuilder line, Outcome.Group group) {
    List<String> reasons = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      if (outcome.group() == group && requests(outcome) != 0) {
        reasons.add(outcome.reason() + "=" + requests(outcome));
      }
    }
    if (reasons.isEmpty()) {
      appendGroup(line, group);
    } else {
      line.append(' ').append(group.label());
      line.append('{').append(String.join(" ", reasons)).append('}');
    }
  }

  private long sum(ToLongFunction<DatabaseTotals> value) {
    return databases.stream().mapToLong(value).sum();
  }
}
