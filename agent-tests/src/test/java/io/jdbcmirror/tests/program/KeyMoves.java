package io.jdbcmirror.tests.program;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Rows whose keys the database makes. The application always reads them, so the target's rows get
 * the same, whatever was rolled back before.
 */
final class KeyMoves {
  private KeyMoves() {}

  static boolean insert(Plot plot, Actor actor) throws SQLException {
    if (!plot.holds().take(actor, plot.keyed(), Holds.Level.ROWS)) {
      return false;
    }
    String sql = "insert into " + plot.keyed() + " (grp) values (?)";
    PreparedStatement insert =
        plot.dice().oneIn(2)
            ? actor.connection().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)
            : actor.connection().prepareStatement(sql, new String[] {"id"});
    for (int i = plot.dice().below(3); i >= 0; i--) {
      insert.setInt(1, plot.dice().below(3));
      Executing.update(plot.dice(), insert);
      read(plot, insert);
    }
    actor.executed();
    return true;
  }

  static boolean batch(Plot plot, Actor actor) throws SQLException {
    if (!plot.dialect().tellsWhatFailed()
        || !plot.holds().take(actor, plot.keyed(), Holds.Level.ROWS)) {
      return false;
    }
    PreparedStatement insert =
        actor
            .connection()
            .prepareStatement(
                "insert into " + plot.keyed() + " (grp) values (?)",
                Statement.RETURN_GENERATED_KEYS);
    for (int i = plot.dice().between(1, 4); i > 0; i--) {
      insert.setInt(1, plot.dice().below(3));
      insert.addBatch();
    }
    Executing.batch(plot.dice(), insert);
    read(plot, insert);
    actor.executed();
    return true;
  }

  /** A row of another table that refers to the key. */
  static boolean child(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    int key = table.newKey();
    if (!plot.holds().take(actor, plot.keyed(), Holds.Level.ROWS)
        || !plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    Statement parent = actor.connection().createStatement();
    parent.executeUpdate(
        "insert into " + plot.keyed() + " (grp) values (7)", Statement.RETURN_GENERATED_KEYS);
    ResultSet keys = parent.getGeneratedKeys();
    keys.next();
    keys.getInt(1);
    Variable made = plot.recorder().result();
    PreparedStatement child =
        actor.connection().prepareStatement("insert into " + table + " (id, grp) values (?, ?)");
    child.setInt(1, key);
    plot.recorder()
        .call(
            child,
            ProgramRuntime.method(PreparedStatement.class, "setInt", int.class, int.class),
            2,
            made);
    child.executeUpdate();
    actor.executed();
    return true;
  }

  private static void read(Plot plot, Statement insert) throws SQLException {
    plot.recorder()
        .call(null, ProgramRuntime.method("readAll", ResultSet.class), insert.getGeneratedKeys());
  }
}
