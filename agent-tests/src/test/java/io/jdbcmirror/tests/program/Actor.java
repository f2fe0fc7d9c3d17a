package io.jdbcmirror.tests.program;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One of a program's connections, and the state that its transaction is believed to be in. */
final class Actor {
  private record Mark(Savepoint savepoint, String name, int undone) {}

  private final Plot plot;
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private Connection connection;
  private boolean autoCommit;
  private boolean begun;
  private boolean open;
  private boolean aborted;
  private boolean readOnly;

  Actor(Plot plot) {
    this.plot = plot;
    connect();
  }

  void connect() {
    connection = plot.recorder().connect(plot.urlParameters());
    autoCommit = true;
    begun = false;
    readOnly = false;
    kept.clear();
    ended(false);
  }

  Connection connection() {
    return connection;
  }

  List<Kept> kept() {
    return kept;
  }

  boolean isAutoCommit() {
    return autoCommit;
  }

  /** Whether it was begun by SQL. */
  boolean isBegun() {
    return begun;
  }

  boolean inTransaction() {
    return !autoCommit || begun;
  }

  /** Whether its transaction has done anything. */
  boolean isOpen() {
    return open;
  }

  boolean isAborted() {
    return aborted;
  }

  /** A statement has been executed. */
  void executed() {
    if (inTransaction()) {
      open = true;
    } else {
      ended(true);
    }
  }

  /** A statement has been executed that must fail. */
  void failed() {
    executed();
    aborted = inTransaction() && plot.errorAborts();
  }

  /** A data definition statement has been executed. */
  void defined(Runnable undoing) {
    undo.push(undoing);
    executed();
    if (plot.dialect().ddlCommits()) {
      boolean again = begun && plot.dialect().ddlBeginsAgain();
      ended(true);
      begun = again;
    }
  }

  void setAutoCommit(boolean on) throws SQLException {
    connection.setAutoCommit(on);
    if (on && !autoCommit) {
      ended(!aborted);
    }
    autoCommit = on;
  }

  void setReadOnly(boolean on) throws SQLException {
    connection.setReadOnly(on);
    readOnly = on;
  }

  boolean isReadOnly() {
    return readOnly;
  }

  void begin() {
    begun = true;
  }

  /** Commit or rollback has been called, as a method or as SQL. */
  void ended(boolean committed) {
    if (!committed) {
      undoTo(0);
    }
    undo.clear();
    marks.clear();
    begun = false;
    open = false;
    aborted = false;
    plot.holds().release(this);
  }

  void marked(Savepoint savepoint, String name) {
    marks.add(new Mark(savepoint, name, undo.size()));
  }

  boolean hasMarks() {
    return !marks.isEmpty();
  }

  /** Rolls back to one of its savepoints, or releases it. */
  void useMark(boolean rollback) throws SQLException {
    int at = plot.dice().below(marks.size());
    Mark mark = marks.get(at);
    if (rollback) {
      rollbackTo(mark);
      undoTo(mark.undone());
      aborted = false;
    } else {
      release(mark);
    }
    marks.subList(rollback ? at + 1 : at, marks.size()).clear();
  }

  private void rollbackTo(Mark mark) throws SQLException {
    if (mark.savepoint() != null) {
      connection.rollback(mark.savepoint());
    } else {
      connection.createStatement().execute("rollback to savepoint " + mark.name());
    }
  }

  private void release(Mark mark) throws SQLException {
    if (mark.savepoint() != null) {
      connection.releaseSavepoint(mark.savepoint());
    } else {
      connection.createStatement().execute("release savepoint " + mark.name());
    }
  }

  private void undoTo(int size) {
    while (undo.size() > size) {
      undo.pop().run();
    }
  }
}
