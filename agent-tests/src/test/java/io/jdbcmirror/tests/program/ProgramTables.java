package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables that programs have left, on both sides: read side by side, one query each, every value
 * to the byte.
 */
final class ProgramTables implements AutoCloseable {
  private static final int SHOWN = 300;
  private static final Set<Integer> BINARY =
      Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

  private static final Pattern LARGE_OBJECT = Pattern.compile("(\\w+) oid\\(");

  private final Connection source;
  private final Connection target;

  ProgramTables(Database source, Database target) throws SQLException {
    this.source = source.connect();
    this.target = target.connect();
  }

  /** What differs, by table. */
  Map<String, String> differences() throws SQLException {
    Map<String, String> expected = definitions(source);
    Map<String, String> actual = definitions(target);
    Map<String, String> differences = new TreeMap<>();
    for (String table : union(expected.keySet(), actual.keySet())) {
      String here = expected.getOrDefault(table, "no table");
      String there = actual.getOrDefault(table, "no table");
      String difference =
          here.equals(there) ? differenceOfRows(table, here) : differ("", here, there);
      if (!difference.isEmpty()) {
        differences.put(table, difference);
      }
    }
    return differences;
  }

  /** Drops the tables of all programs. */
  void drop() throws SQLException {
    drop(source);
    drop(target);
  }

  int count() throws SQLException {
    return definitions(source).size();
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return java.util.stream.Stream.concat(some.stream(), others.stream())
        .collect(Collectors.toSet());
  }

  /** The columns of each table. */
  private static Map<String, String> definitions(Connection connection) throws SQLException {
    Map<String, String> definitions = new TreeMap<>();
    try (ResultSet columns =
        connection
            .getMetaData()
            .getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
      while (columns.next()) {
        String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        String column =
            "%s %s(%s) %s"
                .formatted(
                    columns.getString("COLUMN_NAME"),
                    columns.getString("TYPE_NAME"),
                    columns.getString("COLUMN_SIZE"),
                    columns.getString("IS_NULLABLE"));
        if (table.matches("p\\d+_.*") && !table.endsWith("_pkey") && !table.endsWith("_i")) {
          definitions.merge(table, column, (one, other) -> one + ", " + other);
        }
      }
    }
    return definitions;
  }

  private String differenceOfRows(String table, String definition) throws SQLException {
    String query = "select *" + contents(definition) + " from " + table + " order by id";
    try (Statement here = source.createStatement();
        Statement there = target.createStatement();
        ResultSet expected = here.executeQuery(query);
        ResultSet actual = there.executeQuery(query)) {
      for (int row = 1; ; row++) {
        Object[] expectedRow = nextRow(expected);
        Object[] actualRow = nextRow(actual);
        if (!Arrays.deepEquals(expectedRow, actualRow)) {
          return differ("row " + row + ": ", show(expectedRow), show(actualRow));
        }
        if (expectedRow == null) {
          return "";
        }
      }
    }
  }

  /** Of PostgreSQL's large objects, which are known by numbers that each side gives its own. */
  private static String contents(String definition) {
    return LARGE_OBJECT
        .matcher(definition)
        .results()
        .map(column -> ", lo_get(" + column.group(1) + ")")
        .collect(Collectors.joining());
  }

  private static String differ(String what, String here, String there) {
    return what + "\n  source: " + here + "\n  target: " + there;
  }

  /** Null at the end. */
  private static Object[] nextRow(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      return null;
    }
    ResultSetMetaData metaData = rows.getMetaData();
    Object[] row = new Object[metaData.getColumnCount()];
    for (int i = 0; i < row.length; i++) {
      if (metaData.getColumnTypeName(i + 1).equals("oid")) {
        continue;
      }
      boolean binary = BINARY.contains(metaData.getColumnType(i + 1));
      row[i] = binary ? rows.getBytes(i + 1) : rows.getString(i + 1);
    }
    return row;
  }

  private static String show(Object[] row) {
    if (row == null) {
      return "no row";
    }
    List<String> values = new ArrayList<>();
    for (Object value : row) {
      String text = value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
      values.add(text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
    }
    return String.join(" | ", values);
  }

  private static void drop(Connection connection) throws SQLException {
    Set<String> tables = definitions(connection).keySet();
    if (!tables.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("drop table " + String.join(", ", tables));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    source.close();
    target.close();
  }
}
