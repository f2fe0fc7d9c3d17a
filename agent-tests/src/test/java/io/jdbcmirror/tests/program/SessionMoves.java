package io.jdbcmirror.tests.program;

import static io.jdbcmirror.tests.program.Holds.Level.ROWS;

import java.sql.SQLException;
import java.sql.Statement;

/** What changes the session, and rows that only it sees. */
final class SessionMoves {
  private SessionMoves() {}

  static boolean set(Plot plot, Actor actor) throws SQLException {
    String sql = plot.dice().pick(plot.dialect().sessionStatements());
    Executing.plain(plot, actor).execute(sql);
    if (sql.contains("zone")) {
      actor.kept().clear(); // H2 reads a timestamp in the zone that is set when it is bound
    }
    actor.executed();
    return true;
  }

  static boolean temporaryTable(Plot plot, Actor actor) throws SQLException {
    Table into = plot.anyTable();
    if ((actor.inTransaction() && plot.dialect().ddlCommits())
        || !plot.holds().take(actor, into, ROWS)) {
      return false;
    }
    String name = into + "_tmp" + plot.dice().below(1_000);
    Statement statement = Executing.plain(plot, actor);
    statement.execute(plot.dialect().createTemporaryTable(name));
    statement.executeUpdate("insert into " + name + " values (1, 1), (2, 2)");
    int shift = 1_000_000 + 10 * plot.dice().below(10_000);
    statement.executeUpdate(
        "insert into %s (id, grp) select id + %d, grp from %s".formatted(into, shift, name));
    if (plot.dice().oneIn(2)) {
      statement.executeUpdate("drop table " + name);
    }
    actor.executed();
    return true;
  }
}
