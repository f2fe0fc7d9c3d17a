package io.jdbcmirror.tests.program;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;

/** Where transactions begin and end. */
final class TransactionMoves {
  private TransactionMoves() {}

  static boolean end(Plot plot, Actor actor) throws SQLException {
    if (!actor.inTransaction()) {
      return false;
    }
    boolean commit = plot.dice().below(10) < (actor.isAborted() ? 1 : 7);
    if (actor.isBegun()) {
      actor.connection().createStatement().execute(commit ? "commit" : "ROLLBACK");
    } else if (commit) {
      actor.connection().commit();
    } else {
      actor.connection().rollback();
    }
    actor.ended(commit && !actor.isAborted());
    return true;
  }

  static boolean autoCommit(Plot plot, Actor actor) throws SQLException {
    if (actor.isBegun()) {
      return false;
    }
    actor.setAutoCommit(actor.isAutoCommit() || plot.dice().oneIn(20) ? false : true);
    return true;
  }

  static boolean begin(Plot plot, Actor actor) throws SQLException {
    if (actor.inTransaction() || actor.isReadOnly()) {
      return false; // pgjdbc makes only what it begins itself read-only
    }
    actor.connection().createStatement().execute(plot.dice().pick("begin", "BEGIN -- now"));
    actor.begin();
    return true;
  }

  static boolean savepoint(Plot plot, Actor actor) throws SQLException {
    if (actor.isAutoCommit()) {
      return false;
    }
    String name = "sp" + plot.dice().below(3);
    switch (plot.dice().below(3)) {
      case 0 -> actor.marked(actor.connection().setSavepoint(), "");
      case 1 -> actor.marked(actor.connection().setSavepoint(name), name);
      default -> {
        actor.connection().createStatement().execute("savepoint " + name);
        actor.marked(null, name);
      }
    }
    return true;
  }

  static boolean useSavepoint(Plot plot, Actor actor) throws SQLException {
    if (!actor.hasMarks()) {
      return false;
    }
    actor.useMark(plot.dice().below(3) < 2);
    return true;
  }

  static boolean reconnect(Plot plot, Actor actor) throws SQLException {
    if (plot.dice().oneIn(3) && plot.dialect().abortCloses() && mayEndLater(plot, actor)) {
      Executor direct = Runnable::run;
      actor.connection().abort(plot.recorder().spelled(direct, "Runnable::run"));
    } else {
      actor.connection().close();
    }
    actor.ended(false);
    actor.connect();
    return true;
  }

  /** An aborted connection's server gives up its locks when it notices. */
  private static boolean mayEndLater(Plot plot, Actor actor) {
    return !actor.isOpen() || plot.actors().size() == 1;
  }

  static boolean attributes(Plot plot, Actor actor) throws SQLException {
    if (actor.inTransaction()) {
      return false;
    }
    Connection connection = actor.connection();
    switch (plot.dice().below(3)) {
      case 0 -> actor.setReadOnly(plot.dice().oneIn(3));
      case 1 -> connection.setHoldability(plot.dice().pick(1, 2));
      default -> connection.setTransactionIsolation(isolation(plot));
    }
    return true;
  }

  /**
   * Stricter than read committed only where there is one connection: what a snapshot does not show
   * the target's transactions, one after the other, do see.
   */
  private static int isolation(Plot plot) {
    return plot.actors().size() > 1
        ? Connection.TRANSACTION_READ_COMMITTED
        : plot.dice()
            .pick(
                Connection.TRANSACTION_READ_COMMITTED,
                Connection.TRANSACTION_REPEATABLE_READ,
                Connection.TRANSACTION_SERIALIZABLE);
  }
}
