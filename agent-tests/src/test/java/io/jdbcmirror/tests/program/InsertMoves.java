package io.jdbcmirror.tests.program;

import static io.jdbcmirror.tests.program.Holds.Level.ROWS;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;

/** New rows, one statement at a time. */
final class InsertMoves {
  private InsertMoves() {}

  static boolean plain(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    List<Column> columns = table.someColumns(plot.dice());
    int[] keys = new int[plot.dice().oneIn(3) ? 3 : 1];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = table.newKey();
      if (!plot.holds().takeKey(actor, table, keys[i])) {
        return false;
      }
    }
    Executing.update(plot, actor, sql(plot.dice(), table, columns, keys));
    return true;
  }

  static String sql(Dice dice, Table table, List<Column> columns, int... keys) {
    StringBuilder sql = new StringBuilder("insert into " + table + " (id, grp");
    columns.forEach(column -> sql.append(", ").append(column.name()));
    StringJoiner rows = new StringJoiner(", ", ") values ", "");
    for (int key : keys) {
      StringJoiner row = new StringJoiner(", ", "(", ")");
      row.add(String.valueOf(key)).add(String.valueOf(key % 3));
      columns.forEach(column -> row.add(column.type().literal(dice)));
      rows.add(row.toString());
    }
    return sql.append(rows).toString();
  }

  static boolean prepared(Plot plot, Actor actor) throws SQLException {
    Kept kept = prepare(plot, actor);
    if (!bind(plot, actor, kept, plot.dice().oneIn(15))) {
      return false;
    }
    execute(plot, actor, kept);
    if (plot.dice().oneIn(2)) {
      actor.kept().add(kept);
    } else if (plot.dice().oneIn(2)) {
      kept.statement().close();
    }
    return true;
  }

  static Kept prepare(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    List<Column> columns = table.someColumns(plot.dice());
    return new Kept(
        Executing.prepared(plot, actor, Kept.sql(table, columns)), table, List.copyOf(columns));
  }

  /** One that was prepared before, perhaps with parameters that are still bound. */
  static boolean again(Plot plot, Actor actor) throws SQLException {
    if (actor.kept().isEmpty()) {
      return false;
    }
    Kept kept = plot.dice().pick(actor.kept());
    if (plot.dice().oneIn(6)) {
      kept.statement().clearParameters();
    }
    if (!bind(plot, actor, kept, plot.dice().oneIn(4))) {
      return false;
    }
    execute(plot, actor, kept);
    return true;
  }

  /**
   * Binds a new key and the columns.
   *
   * @param partly leaves some as they are: bound before, or not at all
   */
  static boolean bind(Plot plot, Actor actor, Kept kept, boolean partly) throws SQLException {
    Dice dice = plot.dice();
    int key = kept.table().newKey();
    if (!plot.holds().takeKey(actor, kept.table(), key)) {
      return false;
    }
    PreparedStatement statement = kept.statement();
    statement.setInt(1, key);
    if (!partly || dice.oneIn(2)) {
      statement.setInt(2, key % 3);
    }
    for (int i = 0; i < kept.columns().size(); i++) {
      if (!partly || dice.oneIn(2)) {
        kept.columns().get(i).type().bind(statement, i + 3, dice);
      }
    }
    return true;
  }

  private static void execute(Plot plot, Actor actor, Kept kept) throws SQLException {
    Executing.update(plot.dice(), kept.statement());
    actor.executed();
  }

  static boolean fromAnotherTable(Plot plot, Actor actor) throws SQLException {
    Table from = plot.anyTable();
    Table into = plot.anyTable();
    if (!plot.holds().take(actor, from, ROWS) || !plot.holds().take(actor, into, ROWS)) {
      return false;
    }
    int shift = 10_000 + 100 * plot.dice().below(1_000);
    Executing.update(
        plot,
        actor,
        "insert into %s (id, grp) select id + %d, grp from %s where id < 10000 and grp = %d"
            .formatted(into, shift, from, plot.dice().below(3)));
    return true;
  }

  static boolean upsert(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    boolean known = table.hasKeys() && plot.dice().oneIn(2);
    int key = known ? table.anyKey(plot.dice()) : table.newKey();
    if (!plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    PreparedStatement upsert = Executing.prepared(plot, actor, plot.dialect().upsert(table));
    upsert.setInt(1, key);
    upsert.setInt(2, plot.dice().below(3));
    Executing.update(plot.dice(), upsert);
    actor.executed();
    return true;
  }
}
