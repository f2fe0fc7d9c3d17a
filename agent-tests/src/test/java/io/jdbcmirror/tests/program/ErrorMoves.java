package io.jdbcmirror.tests.program;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** What the database or its driver refuses. */
final class ErrorMoves {
  private ErrorMoves() {}

  static boolean statement(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    int key = table.hasKeys() ? table.anyKey(plot.dice()) : table.newKey();
    if (!plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    String sql = plot.dice().pick(plot.dialect().faultyStatements(table, key));
    if (plot.dice().oneIn(3)) {
      actor.connection().prepareStatement(sql).execute();
    } else {
      actor.connection().createStatement().execute(sql);
    }
    actor.failed();
    return true;
  }

  static boolean duplicateKey(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    int key = table.newKey();
    if (!plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    PreparedStatement insert =
        Executing.prepared(plot, actor, "insert into " + table + " (id) values (?)");
    insert.setInt(1, key);
    insert.executeUpdate();
    insert.executeUpdate();
    actor.failed();
    return true;
  }

  /** Some drivers find out only when the statement has been executed. */
  static boolean wrongKind(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    int key = table.newKey();
    if (!plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    String insert = "insert into " + table + " (id) values (" + key + ")";
    Statement statement = actor.connection().createStatement();
    if (plot.dice().oneIn(3)) {
      statement.executeUpdate("select 1");
    } else if (plot.dice().oneIn(2)) {
      statement.executeQuery(insert);
    } else {
      actor.connection().prepareStatement(insert).executeQuery();
    }
    actor.executed();
    return true;
  }

  /** Calls that never reach the server. */
  static boolean refusedByTheDriver(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    int key = table.newKey();
    if (!plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    PreparedStatement insert =
        actor.connection().prepareStatement("insert into " + table + " (id, grp) values (?, ?)");
    switch (plot.dice().below(4)) {
      case 0 -> insert.setInt(1, key);
      case 1 -> {
        insert.setInt(1, key);
        insert.setInt(3, key);
      }
      case 2 -> insert.close();
      default -> {
        insert.setInt(1, key);
        insert.setInt(2, key);
        insert.clearParameters();
      }
    }
    insert.executeUpdate();
    Statement closed = actor.connection().createStatement();
    closed.close();
    closed.execute("delete from " + table);
    actor.executed();
    return true;
  }
}
