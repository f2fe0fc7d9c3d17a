package io.jdbcmirror.tests.program;

import static io.jdbcmirror.tests.program.Holds.Level.ROWS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows that are changed through the result of a query. */
final class ResultSetMoves {
  private ResultSetMoves() {}

  static boolean change(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    boolean possible = plot.dialect().changedRowsAreCaptured() && !actor.isReadOnly();
    if (!possible || !plot.holds().take(actor, table, ROWS)) {
      return false;
    }
    Statement query =
        actor
            .connection()
            .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
    ResultSet rows = query.executeQuery("select id, grp from " + table);
    for (int i = plot.dice().below(3); i >= 0; i--) {
      changeOne(plot.dice(), table, rows);
    }
    rows.close();
    actor.executed();
    return true;
  }

  private static void changeOne(Dice dice, Table table, ResultSet rows) throws SQLException {
    switch (dice.below(3)) {
      case 0 -> {
        rows.next();
        rows.updateInt("grp", dice.below(3));
        rows.updateRow();
      }
      case 1 -> {
        rows.next();
        rows.deleteRow();
      }
      default -> {
        rows.moveToInsertRow();
        rows.updateInt(1, table.newKey());
        rows.updateInt(2, dice.below(3));
        rows.insertRow();
        rows.moveToCurrentRow();
      }
    }
  }
}
