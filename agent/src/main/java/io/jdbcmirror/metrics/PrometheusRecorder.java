package io.jdbcmirror.metrics;

import io.prometheus.client.CollectorRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts for Prometheus, in a registry of its own. All label values of a database are there, with
 * 0, from its first sight, so that {@code rate()} sees the first increase. Thread-safe.
 */
public final class PrometheusRecorder implements Recorder {
  /** Bound for what an application that makes up names can cost us; the rest is {@link #OTHER}. */
  static final int MAX_DATABASES = 100;

  static final int MAX_HOOKS = 100;
  static final String OTHER = "other";
  private static final int DEFAULT_MAX_DIGESTS = 1_000;

  private final CollectorRegistry registry = new CollectorRegistry();
  private final Histograms histograms = new Histograms();
  private final ConcurrentMap<String, DatabaseCounters> databases = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LongAdder> captureFailures = new ConcurrentHashMap<>();
  private final String version;
  private final int maxDigests;
  private final long sinceMillis = System.currentTimeMillis();
  private volatile QueueView queue = FixedQueueView.NONE;
  private volatile DoubleSupplier exposure = () -> 0.0;
  private volatile boolean targetUp;
  private volatile boolean targetRefused;

  /** As {@link #PrometheusRecorder(String, int)}, with 1,000 digests. */
  public PrometheusRecorder(String version) {
    this(version, DEFAULT_MAX_DIGESTS);
  }

  /**
   * @param version the agent's, as {@code mirror_build_info} shows it
   * @param maxDigests of a database; what is more is counted together
   */
  public PrometheusRecorder(String version, int maxDigests) {
    this.version = version;
    this.maxDigests = maxDigests;
    TimeHistogram.open();
    registry.register(new DatabaseCollector(this::databaseTotals, histograms));
    registry.register(
        new AgentCollector(this::snapshot, version, System.getProperty("java.version", "unknown")));
    registry.register(new ExposureCollector(() -> exposure.getAsDouble()));
  }

  /** What {@code /metrics} shows. */
  public CollectorRegistry registry() {
    return registry;
  }

  public String version() {
    return version;
  }

  /** Since when it counts, in milliseconds of the epoch. */
  public long sinceMillis() {
    return sinceMillis;
  }

  /** Where queue metrics are read from now on; until it is called they are 0. */
  public void queue(QueueView view) {
    queue = view;
  }

  /** Where the exposure that holds is read from now on; until it is called it is 0. */
  public void exposure(DoubleSupplier current) {
    exposure = current;
  }

  /** Makes these hooks of {@link #captureFailure} show with 0 before their first failure. */
  public void hooks(Iterable<String> hooks) {
    hooks.forEach(this::failuresOf);
  }

  @Override
  public DatabaseRecorder database(String database) {
    DatabaseCounters known = databases.get(database);
    return known != null ? known : addDatabase(database);
  }

  // One thread at a time, or the same new name could be both the hundredth and "other".
  private synchronized DatabaseRecorder addDatabase(String database) {
    boolean fits = databases.containsKey(database) || databases.size() < MAX_DATABASES;
    return databases.computeIfAbsent(
        fits ? database : OTHER, name -> new DatabaseCounters(name, histograms, maxDigests));
  }

  @Override
  public void captureFailure(String hook) {
    failuresOf(hook).increment();
  }

  private LongAdder failuresOf(String hook) {
    LongAdder known = captureFailures.get(hook);
    if (known != null) {
      return known;
    }
    String label = captureFailures.size() < MAX_HOOKS ? hook : OTHER;
    return captureFailures.computeIfAbsent(label, name -> new LongAdder());
  }

  @Override
  public void targetUp(boolean up) {
    targetUp = up;
  }

  @Override
  public void targetRefused(boolean refused) {
    targetRefused = refused;
  }

  /** Never blocks. */
  public Snapshot snapshot() {
    Map<String, Long> failures = new TreeMap<>();
    captureFailures.forEach((hook, count) -> failures.put(hook, count.sum()));
    return new Snapshot(databaseTotals(), failures, queue, targetUp, targetRefused);
  }

  /** All digests of all databases, in no order that means anything. */
  public List<DigestTotals> digests() {
    List<DigestTotals> totals = new ArrayList<>();
    for (DatabaseCounters counters : new TreeMap<>(databases).values()) {
      totals.addAll(counters.digests().totals());
    }
    return totals;
  }

  /** Null if there is none; of several databases that know it, the first by name. */
  public @Nullable DigestDetail digest(String id) {
    for (DatabaseCounters counters : new TreeMap<>(databases).values()) {
      DigestDetail detail = counters.digests().detail(id);
      if (detail != null) {
        return detail;
      }
    }
    return null;
  }

  private List<DatabaseTotals> databaseTotals() {
    List<DatabaseTotals> totals = new ArrayList<>();
    for (DatabaseCounters counters : new TreeMap<>(databases).values()) {
      totals.add(counters.totals());
    }
    return totals;
  }
}
