package io.jdbcmirror.tests.program;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Batches: prepared and plain, failing in the middle, cleared, kept over commits. */
final class BatchMoves {
  private BatchMoves() {}

  static boolean prepared(Plot plot, Actor actor) throws SQLException {
    if (!plot.dialect().tellsWhatFailed()) {
      return false;
    }
    Dice dice = plot.dice();
    boolean again = !actor.kept().isEmpty() && dice.oneIn(3);
    Kept kept = again ? dice.pick(actor.kept()) : InsertMoves.prepare(plot, actor);
    int rows = dice.between(1, 6);
    int duplicate = dice.oneIn(5) ? dice.below(rows) : -1;
    for (int i = 0; i < rows; i++) {
      if (!InsertMoves.bind(plot, actor, kept, i > 0 && dice.oneIn(3))) {
        return true;
      }
      kept.statement().addBatch();
      if (i == duplicate) {
        kept.statement().addBatch();
      }
      if (dice.oneIn(25)) {
        kept.statement().clearBatch();
      }
    }
    execute(plot, actor, kept.statement(), duplicate >= 0);
    if (!again && dice.oneIn(2)) {
      actor.kept().add(kept);
    }
    return true;
  }

  static boolean updates(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!table.hasKeys() || !plot.dialect().tellsWhatFailed()) {
      return false;
    }
    int[] keys = new int[plot.dice().between(1, 4)];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = table.anyKey(plot.dice());
      if (!plot.holds().takeKey(actor, table, keys[i])) {
        return false;
      }
    }
    PreparedStatement update =
        Executing.prepared(plot, actor, "update " + table + " set grp = ? where id = ?");
    update.setInt(1, plot.dice().below(3));
    for (int key : keys) {
      update.setInt(2, key);
      update.addBatch();
    }
    execute(plot, actor, update, false);
    return true;
  }

  static boolean plain(Plot plot, Actor actor) throws SQLException {
    Dice dice = plot.dice();
    Table table = plot.anyTable();
    Statement batch = Executing.plain(plot, actor);
    boolean fails = dice.oneIn(5);
    for (int i = dice.below(4); i >= 0; i--) {
      int key = table.newKey();
      if (!plot.holds().takeKey(actor, table, key)) {
        return true;
      }
      batch.addBatch(InsertMoves.sql(dice, table, table.someColumns(dice), key));
      if (dice.oneIn(3)) {
        batch.addBatch("update " + table + " set grp = 2 where id = " + key);
      }
      if (fails) {
        batch.addBatch(dice.pick(plot.dialect().faultyStatements(table, key)));
      }
    }
    execute(plot, actor, batch, fails);
    return true;
  }

  private static void execute(Plot plot, Actor actor, Statement batch, boolean fails)
      throws SQLException {
    Executing.batch(plot.dice(), batch);
    if (plot.dice().oneIn(12)) {
      Executing.batch(plot.dice(), batch); // an empty one
    }
    if (fails) {
      actor.failed();
    } else {
      actor.executed();
    }
  }
}
