package io.jdbcmirror.tests.program;

import static io.jdbcmirror.tests.program.Holds.Level.ROWS;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/** Updates and deletions of rows. */
final class ChangeMoves {
  /** Binds the first parameter of a statement that updates a column. */
  @FunctionalInterface
  private interface Binder {
    void bind(PreparedStatement update, Column column, String row) throws SQLException;
  }

  private ChangeMoves() {}

  static boolean updateOne(Plot plot, Actor actor) throws SQLException {
    Dice dice = plot.dice();
    Table table = plot.anyTable();
    if (!table.hasKeys() || table.columns().isEmpty()) {
      return false;
    }
    int key = table.anyKey(dice);
    if (!plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    Column column = dice.pick(table.columns());
    PreparedStatement update =
        Executing.prepared(
            plot, actor, "update " + table + " set " + column.name() + " = ? where id = ?");
    column.type().bind(update, 1, dice);
    update.setInt(2, key);
    Executing.update(dice, update);
    actor.executed();
    return true;
  }

  /** A stream can be bound to one execution only. */
  static boolean updateByStream(Plot plot, Actor actor) throws SQLException {
    return updateOnce(
        plot,
        actor,
        ColumnType::takesStreams,
        (update, column, row) -> Streams.bind(plot, update, 1, column.type()));
  }

  /** A large object may belong to the transaction it is bound in. */
  static boolean updateByLargeObject(Plot plot, Actor actor) throws SQLException {
    return updateOnce(
        plot,
        actor,
        ColumnType::takesLargeObjects,
        (update, column, row) -> new LargeObjects(plot, actor).bind(update, column, row));
  }

  private static boolean updateOnce(
      Plot plot, Actor actor, Predicate<ColumnType> types, Binder binder) throws SQLException {
    boolean refused = actor.isAutoCommit() && plot.dice().below(8) > 0; // PostgreSQL's numbers
    Predicate<ColumnType> wanted = types.and(type -> !(refused && type.isLargeObject()));
    List<Table> tables =
        plot.tables().stream().filter(table -> table.hasKeys() && table.hasAny(wanted)).toList();
    if (tables.isEmpty()) {
      return false;
    }
    Table table = plot.dice().pick(tables);
    Column column = table.any(wanted, plot.dice());
    int key = table.anyKey(plot.dice());
    if (!plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    PreparedStatement update =
        Executing.prepared(
            plot, actor, "update " + table + " set " + column.name() + " = ? where id = ?");
    binder.bind(update, column, table + " where id = " + key);
    update.setInt(2, key);
    Executing.update(plot.dice(), update);
    actor.executed();
    return true;
  }

  static boolean updateInPlace(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!table.hasKeys()) {
      return false;
    }
    int key = table.anyKey(plot.dice());
    if (!plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    Executing.update(
        plot, actor, "update " + table + " set grp = grp + 1 /* ? */ where id = " + key);
    return true;
  }

  static boolean updateMany(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!plot.holds().take(actor, table, ROWS)) {
      return false;
    }
    PreparedStatement update =
        Executing.prepared(plot, actor, "update " + table + " set grp = grp + ? where grp < ?");
    update.setInt(1, plot.dice().below(3));
    update.setObject(2, plot.dice().between(1, 4));
    Executing.update(plot.dice(), update);
    actor.executed();
    return true;
  }

  static boolean deleteOne(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!table.hasKeys()) {
      return false;
    }
    int key = table.anyKey(plot.dice());
    if (!plot.holds().takeKey(actor, table, key)) {
      return false;
    }
    Executing.update(plot, actor, "delete from " + table + " where id = " + key);
    return true;
  }

  static boolean deleteMany(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!plot.holds().take(actor, table, ROWS)) {
      return false;
    }
    Executing.update(
        plot,
        actor,
        "delete from " + table + " where grp = " + plot.dice().below(4) + " and id > 3");
    return true;
  }
}
