package io.jdbcmirror.capture;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.Recorder;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.traffic.DriverClasses;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Source;
import io.jdbcmirror.traffic.TrafficQueue;
import java.sql.Driver;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes the state of each new source connection, and decides whether it is mirrored at all.
 * Thread-safe.
 */
final class Connections {
  private final Config config;
  private final TrafficQueue queue;
  private final Recorder recorder;
  private final CaptureLimits limits;
  private final Exposure exposure;
  private final PreparedBranches prepared;
  private final DriverClasses drivers = new DriverClasses();
  private final AtomicLong lastId = new AtomicLong();
  private final AtomicReference<@Nullable String> mirroredDatabase = new AtomicReference<>();
  private final Set<CapturedSession> live =
      Collections.synchronizedSet(
          Collections.newSetFromMap(new WeakHashMap<CapturedSession, Boolean>()));

  Connections(Config config, TrafficQueue queue, Recorder recorder, Exposure exposure) {
    this.config = config;
    this.queue = queue;
    this.recorder = recorder;
    this.limits =
        new CaptureLimits(
            queue,
            config.transactionMaxBytes(),
            config.compareResults(),
            config.comparesSourceErrors());
    this.exposure = exposure;
    this.prepared = newBranches();
  }

  /** The state for a connection that a driver has just opened. */
  CapturedSession opened(String url, Properties info, Driver driver) {
    Source source = new Source(url, info, driver, drivers);
    Session session = new Session(lastId.incrementAndGet(), source);
    SessionTraffic traffic =
        new SessionTraffic(
            session, queue, recorder.database(source.database()), exposure, leftOut(url));
    CapturedSession captured =
        new CapturedSession(
            limits,
            traffic,
            SourceVendor.of(url),
            savesItself(url, info),
            traffic.isLeftOut() ? newBranches() : prepared);
    live.add(captured);
    return captured;
  }

  /** Ends what every session has open: capture is switched off. */
  void switchOff() {
    CapturedSession[] sessions;
    synchronized (live) {
      sessions = live.toArray(new CapturedSession[0]);
    }
    for (CapturedSession session : sessions) {
      try {
        session.switchOff();
      } catch (Throwable t) {
        AgentLog.warn("a session did not end as it should: " + AgentLog.describe(t));
      }
    }
    prepared.switchOff();
  }

  /** Half of the queue's bytes at most: what is prepared must not hold up the rest. */
  private PreparedBranches newBranches() {
    return new PreparedBranches(lastId, config.queueMaxBytes() / 2);
  }

  private @Nullable Outcome leftOut(String url) {
    if (!config.mirrorsSource(url) || !isMirroredDatabase(address(url))) {
      return Outcome.FILTERED;
    }
    boolean hidden =
        ThreadCalls.current().isConnectingXa() && !SourceVendor.of(url).showsBranches();
    return hidden ? Outcome.UNSUPPORTED : null;
  }

  /** One target belongs to one source database: the first keeps the mirror. */
  private boolean isMirroredDatabase(String address) {
    mirroredDatabase.compareAndSet(null, address);
    boolean first = address.equals(mirroredDatabase.get());
    if (!first) {
      AgentLog.warnOnce(
          "second database",
          "the application uses more than one database; only the first is mirrored. Set source to"
              + " a pattern of the JDBC URL that is meant");
    }
    return first;
  }

  /** Host and database without parameters, which may differ between pools of one database. */
  private static String address(String url) {
    String address = url;
    for (char end : new char[] {'?', ';'}) {
      int at = address.indexOf(end);
      address = at < 0 ? address : address.substring(0, at);
    }
    return address;
  }

  private static boolean savesItself(String url, Properties info) {
    String saved = String.valueOf(info.getProperty("autosave", "never"));
    return url.contains("autosave=always")
        || url.contains("autosave=conservative")
        || !saved.toLowerCase(Locale.ROOT).equals("never");
  }
}
