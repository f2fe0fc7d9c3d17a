package io.jdbcmirror.tests.program;

import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.sql.Array;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Types;
import java.util.List;

/** Columns of arrays, documents and large objects, and ways to bind that not every driver has. */
final class ObjectTypes {
  private static final List<Object[]> NUMBERS =
      List.of(new Object[0], new Object[] {1, -2, null}, new Object[] {Integer.MIN_VALUE});
  private static final List<Object[]> TEXTS =
      List.of(
          new Object[0],
          new Object[] {"", null, "null", "{a,\"b\"}"},
          new Object[] {"it's\\", " \u00e9\ud83d\ude00\n"});
  private static final List<String> DOCUMENTS =
      List.of("<a/>", "<doc a=\"1\">text \u00e9</doc>", "<a>" + "long ".repeat(2_000) + "</a>");

  private ObjectTypes() {}

  /**
   * @param name of the column's type
   * @param element what the driver calls the type of an element
   */
  static ColumnType intArray(String name, String element, String literal) {
    return ColumnType.of(
        name,
        List.of(literal),
        (s, i, d) -> s.setArray(i, array(s, element, d.pick(NUMBERS))),
        (s, i, d) -> s.setArray(i, null),
        (s, i, d) -> s.setObject(i, array(s, element, d.pick(NUMBERS))),
        (s, i, d) -> s.setObject(i, array(s, element, d.pick(NUMBERS)), Types.ARRAY),
        (s, i, d) -> s.setObject(i, new Integer[] {7, null, d.below(9)}),
        (s, i, d) -> s.setNull(i, Types.ARRAY));
  }

  static ColumnType textArray(String name, String element, String literal) {
    return ColumnType.of(
        name,
        List.of(literal),
        (s, i, d) -> s.setArray(i, array(s, element, d.pick(TEXTS))),
        (s, i, d) -> s.setObject(i, array(s, element, d.pick(TEXTS)), Types.ARRAY),
        (s, i, d) -> s.setObject(i, new String[] {"a", null, "" + d.below(9)}),
        (s, i, d) -> s.setObject(i, null));
  }

  private static Array array(PreparedStatement statement, String element, Object[] elements)
      throws SQLException {
    return statement.getConnection().createArrayOf(element, elements);
  }

  static ColumnType xml() {
    return ColumnType.of(
        "xml",
        List.of("'<a/>'"),
        ObjectTypes::setXml,
        (s, i, d) -> s.setSQLXML(i, null),
        (s, i, d) -> s.setObject(i, document(s, d)),
        (s, i, d) -> s.setObject(i, "<a/>", Types.SQLXML),
        (s, i, d) -> s.setNull(i, Types.SQLXML));
  }

  static void setXml(PreparedStatement statement, int index, Dice dice) throws SQLException {
    statement.setSQLXML(index, document(statement, dice));
  }

  private static SQLXML document(PreparedStatement statement, Dice dice) throws SQLException {
    SQLXML xml = statement.getConnection().createSQLXML();
    xml.setString(dice.pick(DOCUMENTS));
    return xml;
  }

  /** What only its own transaction may bind is left to {@link LargeObjects}. */
  static ColumnType largeObject() {
    return ColumnType.of(
        "oid",
        List.of("lo_from_bytea(0, '\\x00ff')"),
        (s, i, d) -> s.setNull(i, Types.BLOB),
        (s, i, d) -> s.setObject(i, null));
  }

  static ColumnType json() {
    return ColumnType.of(
        "jsonb",
        List.of("'{}'", "'[1, null]'"),
        (s, i, d) -> s.setObject(i, d.pick("{\"a\": \"\u00e9\"}", "null", "[]"), Types.OTHER),
        (s, i, d) -> s.setNull(i, Types.OTHER));
  }

  static ColumnType integer() {
    return NumberTypes.integer()
        .with(
            (s, i, d) -> s.setObject(i, d.below(1_000), JDBCType.INTEGER),
            (s, i, d) -> s.setObject(i, null, JDBCType.INTEGER));
  }

  static ColumnType decimal() {
    return NumberTypes.decimal()
        .with(
            (s, i, d) -> s.setObject(i, new BigDecimal("1.23456789"), JDBCType.DECIMAL, d.below(6)),
            (s, i, d) -> s.setObject(i, new BigDecimal("-0.5"), JDBCType.NUMERIC));
  }

  static ColumnType varchar(List<String> odd) {
    return TextTypes.varchar(odd)
        .with(
            (s, i, d) -> s.setObject(i, "typed " + d.below(9), JDBCType.VARCHAR),
            (s, i, d) -> s.setObject(i, d.below(9), JDBCType.VARCHAR, 3));
  }

  static void setUrl(PreparedStatement statement, int index, Dice dice) throws SQLException {
    try {
      URL url = URI.create("http://example.org/?q=" + dice.below(9)).toURL();
      statement.setURL(index, url);
    } catch (MalformedURLException e) {
      throw new SQLException(e);
    }
  }
}
