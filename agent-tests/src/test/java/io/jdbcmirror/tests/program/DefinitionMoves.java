package io.jdbcmirror.tests.program;

import static io.jdbcmirror.tests.program.Holds.Level.TABLE;

import java.sql.SQLException;

/** Data definition statements. */
final class DefinitionMoves {
  private DefinitionMoves() {}

  static boolean addColumn(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (table.columns().size() > 6 || !plot.holds().take(actor, table, TABLE)) {
      return false;
    }
    Column column = table.newColumn(plot.dice().pick(plot.dialect().types()));
    execute(
        plot,
        actor,
        "alter table " + table + " add column " + column.name() + " " + column.type().name());
    table.columns().add(column);
    actor.defined(() -> table.columns().remove(column));
    return true;
  }

  static boolean dropColumn(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (table.columns().size() < 2 || !plot.holds().take(actor, table, TABLE)) {
      return false;
    }
    Column column = plot.dice().pick(table.columns());
    execute(plot, actor, "alter table " + table + " drop column " + column.name());
    table.columns().remove(column);
    actor.defined(() -> table.columns().add(column));
    return true;
  }

  static boolean index(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!plot.holds().take(actor, table, TABLE)) {
      return false;
    }
    execute(plot, actor, "create index if not exists " + table + "_i on " + table + " (grp)");
    actor.defined(() -> {});
    return true;
  }

  static boolean truncate(Plot plot, Actor actor) throws SQLException {
    Table table = plot.anyTable();
    if (!plot.holds().take(actor, table, TABLE)) {
      return false;
    }
    execute(plot, actor, "truncate table " + table);
    actor.defined(() -> {});
    return true;
  }

  static void create(Plot plot, Actor actor, Table table, String definition) throws SQLException {
    execute(plot, actor, "create table " + table + " " + definition);
    actor.defined(() -> {});
  }

  static void execute(Plot plot, Actor actor, String sql) throws SQLException {
    Executing.update(plot.dice(), Executing.plain(plot, actor), sql);
  }
}
