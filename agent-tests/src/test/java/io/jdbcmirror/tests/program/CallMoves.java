package io.jdbcmirror.tests.program;

import java.sql.CallableStatement;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Calls of procedures and functions, each of which adds rows. */
final class CallMoves {
  /** Binds and registers the parameters of a call that adds the row with a key. */
  @FunctionalInterface
  private interface Binder {
    void bind(CallableStatement call, int key) throws SQLException;
  }

  private CallMoves() {}

  static boolean procedure(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    return call(
        plot,
        actor,
        table,
        plot.dialect().addRowCall(),
        (call, key) -> {
          call.setString(1, table.name());
          call.setInt(2, key);
          call.setInt(3, key % 3);
        });
  }

  static boolean function(Plot plot, Actor actor) throws SQLException {
    Table table = plot.called();
    return call(
        plot,
        actor,
        table,
        plot.dialect().addRowFunction(table),
        (call, key) -> {
          call.registerOutParameter(1, Types.INTEGER);
          call.setInt(2, key);
          call.setObject(3, key % 3);
        });
  }

  /** A parameter that goes both ways, and one that comes back. */
  static boolean inOut(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    Optional<String> sql = plot.dialect().sumUpCall();
    return sql.isPresent()
        && call(
            plot,
            actor,
            table,
            sql.get(),
            (call, key) -> {
              call.setString(1, table.name());
              call.setInt(2, key);
              call.registerOutParameter(3, Types.INTEGER);
              call.setInt(3, key % 3);
              call.registerOutParameter(4, Types.INTEGER);
            });
  }

  static boolean byName(Plot plot, Actor actor) throws SQLException {
    Table table = plot.called();
    Optional<String> sql = plot.dialect().namedCall(table);
    return sql.isPresent()
        && call(
            plot,
            actor,
            table,
            sql.get(),
            (call, key) -> {
              call.setInt("id", key);
              switch (plot.dice().below(4)) {
                case 0 -> call.setObject("grp", key % 3);
                case 1 -> call.setObject("grp", key % 3, Types.INTEGER);
                case 2 -> call.setObject("grp", key % 3, JDBCType.INTEGER);
                default -> call.setLong("grp", key % 3);
              }
            });
  }

  private static boolean call(Plot plot, Actor actor, Table table, String sql, Binder binder)
      throws SQLException {
    int[] keys = new int[plot.dice().pick(1, 1, 3)];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = table.newKey();
      if (!plot.holds().takeKey(actor, table, keys[i])) {
        return false;
      }
    }
    CallableStatement call = actor.connection().prepareCall(sql);
    for (int key : keys) {
      binder.bind(call, key);
      call.execute();
      if (sql.contains("sum_up")) {
        call.getInt(4);
      }
    }
    if (plot.dice().oneIn(3)) {
      call.close();
    }
    actor.executed();
    return true;
  }
}
