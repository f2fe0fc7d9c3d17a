package io.jdbcmirror.tests.program;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A type that a column may have, with the ways to fill it.
 *
 * @param literals what may stand for it in SQL text
 */
record ColumnType(String name, List<String> literals, List<Setter> setters) {
  /** Binds a value of its choice. */
  @FunctionalInterface
  interface Setter {
    void set(PreparedStatement statement, int index, Dice dice) throws SQLException;
  }

  static ColumnType of(String name, List<String> literals, Setter... setters) {
    return new ColumnType(name, literals, List.of(setters));
  }

  boolean takesBytes() {
    return name.matches("bytea|(long)?blob|varbinary.*");
  }

  boolean takesStreams() {
    return takesBytes() || name.matches("text|clob|longtext|varchar.200000.");
  }

  String literal(Dice dice) {
    return dice.oneIn(8) ? "null" : dice.pick(literals);
  }

  void bind(PreparedStatement statement, int index, Dice dice) throws SQLException {
    dice.pick(setters).set(statement, index, dice);
  }
}
