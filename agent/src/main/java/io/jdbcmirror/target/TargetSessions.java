package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The target sessions of one mirror thread, by source session; the least recently used gives way
 * when there are too many. Not thread-safe.
 */
public final class TargetSessions {
  private final TargetOpener opener;
  private final CallWatch watch;
  private final int capacity;
  private final LinkedHashMap<Session, TargetSession> sessions =
      new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param capacity connections, from 1: this thread's part of {@code target.max-sessions}
   */
  public TargetSessions(TargetOpener opener, CallWatch watch, int capacity) {
    this.opener = opener;
    this.watch = watch;
    this.capacity = capacity;
  }

  /**
   * A thread's part of all connections, at least one.
   *
   * @param index of the thread, from 0
   */
  public static int share(int maxSessions, int threads, int index) {
    int part = maxSessions / threads + (index < maxSessions % threads ? 1 : 0);
    return Math.max(1, part);
  }

  /** The open one, null if there is none. */
  public @Nullable TargetSession find(Session session) {
    return sessions.get(session);
  }

  /**
   * Opens one, for a session that has none.
   *
   * @throws SQLException if the target cannot be reached
   * @throws SourceUnavailableException if the source cannot be asked who it is
   * @throws TargetRefusedException if the target is the source, or may be
   * @throws DriverGoneException if the application has ended, and its driver with it
   */
  public TargetSession open(Session session)
      throws SQLException, SourceUnavailableException, TargetRefusedException, DriverGoneException {
    while (sessions.size() >= capacity) {
      Session eldest = sessions.keySet().iterator().next();
      discard(eldest);
    }
    TargetSession opened = opener.open(session, watch);
    sessions.put(session, opened);
    return opened;
  }

  /** Closes the session's connection, if there is one; it is opened again when it is needed. */
  public void discard(Session session) {
    TargetSession open = sessions.remove(session);
    if (open != null) {
      open.close();
    }
  }

  /** Closes those whose source session has ended and has nothing left in the queue. */
  public void closeFinished() {
    Iterator<Map.Entry<Session, TargetSession>> entries = sessions.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Session, TargetSession> entry = entries.next();
      if (entry.getKey().isFinished()) {
        entries.remove();
        entry.getValue().close();
      }
    }
  }

  public void closeAll() {
    List<TargetSession> open = new ArrayList<>(sessions.values());
    sessions.clear();
    for (TargetSession session : open) {
      session.close();
    }
  }

  public int size() {
    return sessions.size();
  }
}
