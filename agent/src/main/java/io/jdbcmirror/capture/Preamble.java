package io.jdbcmirror.capture;

import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.SessionChange.Attribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a session has set up: the changes a target session must have run before the session's next
 * transaction. Kept whatever the exposure. Changes of one key replace each other, so it stays as
 * small as the state it describes; beyond 200 the oldest is given up, with a warning.
 *
 * <p>Not thread-safe: guarded by its session. The lists it hands out do not change.
 */
final class Preamble {
  private static final int MAX_CHANGES = 200;

  private List<SessionChange> changes = Collections.emptyList();
  private long lastNumber;

  /** As it stands; also what {@link #rollBackTo} takes. */
  List<SessionChange> changes() {
    return changes;
  }

  /**
   * Takes back what a rolled back transaction has changed: statements, and the schema, which
   * PostgreSQL's driver sets by a statement. The other attributes are not of the transaction.
   */
  void rollBackTo(List<SessionChange> earlier) {
    if (earlier == changes) {
      return;
    }
    List<SessionChange> now = changes;
    changes = earlier;
    for (SessionChange change : now) {
      boolean stays = change.attribute() != null && change.attribute() != Attribute.SCHEMA;
      if (stays && !earlier.contains(change)) {
        add(change);
      }
    }
  }

  /** The number that the next change gets. */
  long nextNumber() {
    return lastNumber + 1;
  }

  void attribute(Attribute attribute, @Nullable Object value) {
    add(SessionChange.attribute(++lastNumber, attribute, value));
  }

  void clientInfo(String name, @Nullable String value) {
    add(SessionChange.clientInfo(++lastNumber, name, value));
  }

  /** All of it anew: what was set before and is not among it is cleared (JDBC 4.3, 9.4.1). */
  void clientInfo(Properties given) {
    for (SessionChange change : changes) {
      String name = change.clientInfoName();
      if (name != null && given.getProperty(name) == null) {
        clientInfo(name, null);
      }
    }
    for (String name : given.stringPropertyNames()) {
      clientInfo(name, given.getProperty(name));
    }
  }

  void statement(String key, Request request) {
    add(SessionChange.statement(++lastNumber, key, request));
  }

  /** The session's statements are taken back by this one; attributes set through JDBC stay. */
  void reset(Request request) {
    List<SessionChange> kept = new ArrayList<>();
    for (SessionChange change : changes) {
      if (change.attribute() != null) {
        kept.add(change);
      }
    }
    changes = kept;
    add(SessionChange.statement(++lastNumber, "RESET", request));
  }

  /** Drops what a change of this key has created. */
  void undo(String key, Request request) {
    SessionChange undone = find(key);
    if (undone != null) {
      add(SessionChange.undoing(++lastNumber, key, request, undone.number()));
    }
  }

  boolean has(String key) {
    SessionChange change = find(key);
    return change != null && change.undoes() == 0;
  }

  private @Nullable SessionChange find(String key) {
    for (SessionChange change : changes) {
      if (change.key().equals(key)) {
        return change;
      }
    }
    return null;
  }

  private void add(SessionChange added) {
    List<SessionChange> next = new ArrayList<>(changes.size() + 1);
    for (SessionChange change : changes) {
      if (!change.key().equals(added.key())) {
        next.add(change);
      }
    }
    if (next.size() >= MAX_CHANGES) {
      next.remove(0);
      AgentLog.warnOnce(
          "preamble",
          "a session has changed more than "
              + MAX_CHANGES
              + " settings; the oldest are not carried to the target any more");
    }
    next.add(added);
    changes = Collections.unmodifiableList(next);
  }
}
