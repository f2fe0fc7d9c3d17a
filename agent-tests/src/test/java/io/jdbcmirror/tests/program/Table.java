package io.jdbcmirror.tests.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A table as the generator believes it to be: the database decides. Its key is {@code id}. */
final class Table {
  private final String name;
  private final List<Column> columns;
  private final List<Integer> keys = new ArrayList<>();
  private int nextKey = 1;
  private int nextColumn;

  Table(String name, List<ColumnType> types) {
    this.name = name;
    this.columns = new ArrayList<>();
    types.forEach(type -> columns.add(newColumn(type)));
  }

  /** A column of that type, which the table does not have yet. */
  Column newColumn(ColumnType type) {
    return new Column("c" + ++nextColumn, type);
  }

  String name() {
    return name;
  }

  List<Column> columns() {
    return columns;
  }

  String definition() {
    return columns.stream()
        .map(column -> ", " + column.name() + " " + column.type().name())
        .collect(Collectors.joining("", "(id int primary key, grp int", ")"));
  }

  /** A key that no row has had. */
  int newKey() {
    keys.add(nextKey);
    return nextKey++;
  }

  boolean hasKeys() {
    return !keys.isEmpty();
  }

  /** A key that some row may have. */
  int anyKey(Dice dice) {
    return dice.pick(keys);
  }

  /** Some of its columns, in their order; at least one where it has any. */
  List<Column> someColumns(Dice dice) {
    List<Column> some = new ArrayList<>(columns.stream().filter(c -> dice.oneIn(2)).toList());
    if (some.isEmpty() && !columns.isEmpty()) {
      some.add(dice.pick(columns));
    }
    return some;
  }

  boolean hasAny(Predicate<ColumnType> types) {
    return columns.stream().anyMatch(column -> types.test(column.type()));
  }

  /** One of its columns of such types. */
  Column any(Predicate<ColumnType> types, Dice dice) {
    return dice.pick(columns.stream().filter(column -> types.test(column.type())).toList());
  }

  @Override
  public String toString() {
    return name;
  }
}
