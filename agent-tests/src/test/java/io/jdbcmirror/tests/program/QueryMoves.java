package io.jdbcmirror.tests.program;

import static io.jdbcmirror.tests.program.Holds.Level.READ;
import static io.jdbcmirror.tests.program.Holds.Level.ROWS;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Queries, whose results are read or left. */
final class QueryMoves {
  private QueryMoves() {}

  static boolean plain(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!plot.holds().take(actor, table, READ)) {
      return false;
    }
    Statement query = Executing.plain(plot, actor);
    options(plot.dice(), query);
    String sql = "select * from " + table + " where grp < 2 order by id";
    if (plot.dice().oneIn(3)) {
      query.execute(sql);
      read(plot, query.getResultSet());
    } else {
      read(plot, query.executeQuery(sql));
    }
    actor.executed();
    return true;
  }

  private static void options(Dice dice, Statement query) throws SQLException {
    if (dice.oneIn(4)) {
      query.setFetchSize(2);
    }
    if (dice.oneIn(5)) {
      query.setMaxRows(1);
    }
    if (dice.oneIn(8)) {
      query.setQueryTimeout(30);
    }
  }

  static boolean prepared(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!plot.holds().take(actor, table, READ)) {
      return false;
    }
    PreparedStatement query =
        Executing.prepared(plot, actor, "select * from " + table + " where id = ?");
    for (int i = plot.dice().below(3); i >= 0; i--) {
      query.setInt(1, plot.dice().below(9));
      read(plot, query.executeQuery());
    }
    actor.executed();
    return true;
  }

  static boolean forUpdate(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!plot.holds().take(actor, table, ROWS)) {
      return false;
    }
    read(
        plot,
        Executing.plain(plot, actor)
            .executeQuery("select id from " + table + " where grp = 1 for update"));
    actor.executed();
    return true;
  }

  private static void read(Plot plot, ResultSet rows) throws SQLException {
    switch (plot.dice().below(4)) {
      case 0 -> rows.next();
      case 1 -> rows.close();
      default ->
          plot.recorder().call(null, ProgramRuntime.method("readAll", ResultSet.class), rows);
    }
  }
}
