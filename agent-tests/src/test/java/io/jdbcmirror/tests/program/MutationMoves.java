package io.jdbcmirror.tests.program;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Values that change after they were bound. */
final class MutationMoves {
  private MutationMoves() {}

  static boolean bytes(Plot plot, Actor actor) throws SQLException {
    Dice dice = plot.dice();
    Table table = plot.anyTable();
    List<Column> columns =
        table.columns().stream().filter(column -> column.type().takesBytes()).limit(1).toList();
    if (columns.isEmpty()) {
      return false;
    }
    int first = table.newKey();
    int second = table.newKey();
    if (!plot.holds().takeKey(actor, table, first) || !plot.holds().takeKey(actor, table, second)) {
      return false;
    }
    byte[] value = plot.recorder().variable(new byte[] {1, 2, 3, (byte) dice.below(100)});
    PreparedStatement insert = Executing.prepared(plot, actor, Kept.sql(table, columns));
    insert.setInt(1, first);
    insert.setInt(2, 0);
    insert.setBytes(3, value);
    boolean batch = dice.oneIn(2) && plot.dialect().tellsWhatFailed();
    change(plot, value, 3);
    execute(dice, insert, batch);
    change(plot, value, 3);
    insert.setInt(1, second);
    execute(dice, insert, batch);
    if (batch) {
      change(plot, value, 3);
      insert.executeBatch();
    }
    change(plot, value, 1);
    actor.executed();
    return true;
  }

  private static void execute(Dice dice, PreparedStatement insert, boolean batch)
      throws SQLException {
    if (batch) {
      insert.addBatch();
    } else {
      Executing.update(dice, insert);
    }
  }

  private static void change(Plot plot, byte[] value, int onceIn) {
    if (plot.dice().oneIn(onceIn)) {
      plot.recorder()
          .call(
              null,
              ProgramRuntime.method(Arrays.class, "fill", byte[].class, byte.class),
              value,
              (byte) plot.dice().below(128));
    }
  }
}
