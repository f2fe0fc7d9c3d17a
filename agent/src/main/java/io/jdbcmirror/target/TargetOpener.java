package io.jdbcmirror.target;

import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Source;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Opens target sessions: connects, and hands a session out only when the guard has told the target
 * from the source. One for the whole agent. Thread-safe; to be called on agent threads only.
 */
public final class TargetOpener {
  private final TargetSettings settings;
  private final TargetConnector connector;
  private final SafetyGuard guard;
  private final SequenceGuards sequences;
  private final LiveDrivers drivers = new LiveDrivers();

  public TargetOpener(TargetSettings settings) {
    this.settings = settings;
    TargetDriver driver = new TargetDriver(settings, drivers);
    this.connector = new TargetConnector(settings, driver);
    this.guard = new SafetyGuard(new SourceProbe(settings, driver));
    this.sequences = new SequenceGuards(settings.mirrorThreads() > 1);
  }

  /**
   * Blocks while it connects, bounded by the connect time-out.
   *
   * @param watch of the calling mirror thread
   * @throws SQLException if the target cannot be reached
   * @throws SourceUnavailableException if the source cannot be asked who it is: to be tried again
   * @throws TargetRefusedException if the target is the source, or may be
   * @throws DriverGoneException if the application has ended, and its driver with it
   */
  public TargetSession open(Session session, CallWatch watch)
      throws SQLException, SourceUnavailableException, TargetRefusedException, DriverGoneException {
    try {
      return connect(session, watch);
    } catch (SQLException | SourceUnavailableException | RuntimeException | LinkageError e) {
      if (ErrorClassifier.isOfClassLoading(e) && drivers.fails(session.source())) {
        throw new DriverGoneException();
      }
      throw e;
    }
  }

  /** Whether the session's application has ended with its driver, and no other came in time. */
  public boolean isGivenUp(Session session, long nowNanos) {
    return drivers.isGivenUp(session.source(), nowNanos);
  }

  private TargetSession connect(Session session, CallWatch watch)
      throws SQLException, SourceUnavailableException, TargetRefusedException {
    Connection connection = connector.connect(session.source());
    boolean handedOut = false;
    try {
      TargetSession opened = verified(session.source(), connection, watch);
      handedOut = true;
      return opened;
    } finally {
      if (!handedOut) {
        Jdbc.closeQuietly(connection);
      }
    }
  }

  /** A connection to the target was lost, and something else may answer there next time. */
  public void forget(Source source) {
    guard.forget(source);
  }

  /**
   * An error of the target or of opening it, in words that hold no secret: an exception's own
   * message may quote the row that failed.
   */
  public static String describe(@Nullable Throwable failure) {
    return failure instanceof DriverNotFoundException
        ? ((DriverNotFoundException) failure).reason()
        : AgentLog.describe(failure);
  }

  private TargetSession verified(Source source, Connection connection, CallWatch watch)
      throws SQLException, SourceUnavailableException, TargetRefusedException {
    watch.enter(connection);
    try {
      Relation relation = guard.judge(source, connection);
      check(relation);
      StatementLimits.limitSession(connection, Vendor.of(settings.url()));
      HomeDatabase home =
          relation == Relation.DIFFERENT ? null : HomeDatabase.of(connection, settings.url());
      return new TargetSession(
          connection, settings, watch, home, Vendor.of(source.url()), sequences);
    } finally {
      watch.leave();
    }
  }

  private void check(Relation relation) throws TargetRefusedException {
    switch (relation) {
      case SAME_DATABASE:
        throw new TargetRefusedException(
            "target.url leads to the source itself, same server, same database;"
                + " name another database in target.url");
      case UNKNOWN:
        checkUnknown();
        break;
      case SAME_SERVER:
        AgentLog.warnOnce(
            "same-server",
            "target.url leads to another database of the source's own server: both share its"
                + " load, and statements that name a database reach that one");
        break;
      case DIFFERENT:
        break;
    }
  }

  private void checkUnknown() throws TargetRefusedException {
    if (!settings.allowUnverified()) {
      throw new TargetRefusedException(
          "it cannot be told that target.url does not lead to the source;"
              + " if you are sure, set target.unverified=allow");
    }
    AgentLog.warnOnce(
        "unverified",
        "it cannot be told that target.url does not lead to the source;"
            + " mirroring all the same, as target.unverified=allow says");
  }
}
