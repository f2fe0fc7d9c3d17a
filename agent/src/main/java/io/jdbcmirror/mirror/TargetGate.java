package io.jdbcmirror.mirror;

import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.target.DriverGoneException;
import io.jdbcmirror.target.SourceUnavailableException;
import io.jdbcmirror.target.TargetOpener;
import io.jdbcmirror.target.TargetRefusedException;
import io.jdbcmirror.target.TargetSession;
import io.jdbcmirror.target.TargetSessions;
import io.jdbcmirror.traffic.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * One mirror thread's way to its target sessions: opens them when {@link TargetHealth} allows it,
 * reports to it what came of that, and looks after connections that may have died unseen.
 */
final class TargetGate {
  private final TargetHealth health;
  private final TargetOpener opener;
  private final TargetSessions sessions;
  private final Ledger ledger;
  private final int aliveTimeoutSeconds;

  /**
   * @param aliveTimeoutSeconds how long a connection may take to show a sign of life
   */
  TargetGate(
      TargetHealth health,
      TargetOpener opener,
      TargetSessions sessions,
      Ledger ledger,
      int aliveTimeoutSeconds) {
    this.health = health;
    this.opener = opener;
    this.sessions = sessions;
    this.ledger = ledger;
    this.aliveTimeoutSeconds = aliveTimeoutSeconds;
  }

  /** While true, transactions are dropped; connections made before are closed. */
  boolean isRefused(long nowNanos) {
    boolean refused = health.isRefused(nowNanos);
    if (refused) {
      sessions.closeAll();
    }
    return refused;
  }

  /**
   * An open session that is known to be alive, or a new one.
   *
   * @return null if there is none now: the target is refused, the application's driver is given up,
   *     or it is to be tried again later
   */
  @Nullable TargetSession session(Transaction transaction, long nowNanos) {
    TargetSession open = sessions.find(transaction.session());
    if (open != null && isAlive(open, nowNanos)) {
      return open;
    }
    if (open != null) {
      discard(transaction);
      opener.forget(transaction.session().source());
      health.doubt();
    }
    boolean mayTry = !isGivenUp(transaction, nowNanos) && health.mayTry(nowNanos);
    return mayTry ? open(transaction) : null;
  }

  /**
   * An open session that needs no sign of life.
   *
   * @return null if there is none, also while the target is refused
   */
  @Nullable TargetSession trusted(Transaction transaction, long nowNanos) {
    TargetSession open = isRefused(nowNanos) ? null : sessions.find(transaction.session());
    return open != null && open.isTrusted(nowNanos, health.lostNanos()) ? open : null;
  }

  /** Its application has ended with its driver, and nothing will ever connect for it. */
  boolean isGivenUp(Transaction transaction, long nowNanos) {
    return opener.isGivenUp(transaction.session(), nowNanos);
  }

  /** The session's connection broke. */
  void lost(Transaction transaction, String what) {
    discard(transaction);
    opener.forget(transaction.session().source());
    health.lost(System.nanoTime(), what);
  }

  /** Closes a session whose state is not known to be clean. */
  void discard(Transaction transaction) {
    sessions.discard(transaction.session());
  }

  void worked() {
    health.worked(System.nanoTime());
  }

  void closeFinished() {
    sessions.closeFinished();
  }

  void closeAll() {
    sessions.closeAll();
  }

  private boolean isAlive(TargetSession session, long nowNanos) {
    return session.isTrusted(nowNanos, health.lostNanos()) || session.isAlive(aliveTimeoutSeconds);
  }

  private @Nullable TargetSession open(Transaction transaction) {
    try {
      TargetSession opened = sessions.open(transaction.session());
      health.connected();
      return opened;
    } catch (SourceUnavailableException e) {
      health.sourceUnavailable(
          System.nanoTime(), Failures.describe(ErrorType.CONNECTION, e.failure()));
    } catch (DriverGoneException e) {
      health.driverGone(System.nanoTime(), e.reason());
    } catch (TargetRefusedException e) {
      sessions.closeAll();
      health.refused(System.nanoTime(), e.reason());
    } catch (Throwable e) {
      ledger.of(transaction).error(ErrorType.CONNECTION);
      health.failed(System.nanoTime(), Failures.describe(ErrorType.CONNECTION, e));
    }
    return null;
  }
}
