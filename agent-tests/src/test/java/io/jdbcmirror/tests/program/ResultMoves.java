package io.jdbcmirror.tests.program;

import static io.jdbcmirror.tests.program.Holds.Level.ROWS;

import java.sql.SQLException;
import java.sql.Statement;

/** Executions that bring several results. */
final class ResultMoves {
  private ResultMoves() {}

  /**
   * What could fail comes first: of an error that shows as the application reads on, the request is
   * counted as successful before (README, Limits).
   */
  static boolean several(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!plot.holds().take(actor, table, ROWS)) {
      return false;
    }
    Dice dice = plot.dice();
    int key = table.newKey();
    StringBuilder sql =
        new StringBuilder("insert into " + table + " (id, grp) values (" + key + ", 1)");
    for (int i = dice.between(1, 3); i > 0; i--) {
      sql.append("; ")
          .append(
              dice.pick(
                  "select id from " + table + " where grp = 1 order by id",
                  "update " + table + " set grp = 2 /* ; */ where id = " + key,
                  "delete from " + table + " where id = " + (key - 1),
                  "select ';' as a"));
    }
    Statement statement = Executing.plain(plot, actor);
    statement.execute(sql.toString());
    read(plot, statement);
    actor.executed();
    return true;
  }

  private static void read(Plot plot, Statement statement) throws SQLException {
    switch (plot.dice().below(4)) {
      case 0 -> statement.close();
      case 1 -> statement.getMoreResults();
      case 2 -> {
        statement.getMoreResults(Statement.CLOSE_ALL_RESULTS);
        statement.getUpdateCount();
      }
      default ->
          plot.recorder()
              .call(null, ProgramRuntime.method("readResults", Statement.class), statement);
    }
  }
}
