package io.jdbcmirror.tests.program;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

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
    return takesBytes() || isLargeObject() || name.matches("text|clob|longtext|varchar.200000.");
  }

  /** Of bytes, where {@link #takesBytes}, or else of characters. */
  boolean takesLargeObjects() {
    return isLargeObject() || name.matches("(long)?blob|clob|longtext");
  }

  /** Whether it holds nothing but the number of one, of whatever kind. */
  boolean isLargeObject() {
    return name.equals("oid");
  }

  /** The same type with more ways to fill it. */
  ColumnType with(Setter... more) {
    return new ColumnType(
        name, literals, Stream.concat(setters.stream(), Stream.of(more)).toList());
  }

  String literal(Dice dice) {
    return dice.oneIn(8) ? "null" : dice.pick(literals);
  }

  void bind(PreparedStatement statement, int index, Dice dice) throws SQLException {
    dice.pick(setters).set(statement, index, dice);
  }
}
