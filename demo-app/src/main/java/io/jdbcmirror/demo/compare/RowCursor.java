package io.jdbcmirror.demo.compare;

import java.nio.ByteBuffer;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows in the order of its key, a few at a time. */
final class RowCursor implements AutoCloseable {
  private static final int FETCH_SIZE = 1_000;

  private final Table table;
  private final Predicate<Row> wanted;
  private final PreparedStatement query;
  private final ResultSet rows;

  /** The connection must not be in autocommit mode, or PostgreSQL sends the table at once. */
  RowCursor(Connection connection, Table table, Predicate<Row> wanted) throws SQLException {
    this.table = table;
    this.wanted = wanted;
    query = connection.prepareStatement(select(connection, table));
    query.setFetchSize(FETCH_SIZE);
    rows = query.executeQuery();
  }

  private static String select(Connection connection, Table table) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString();
    return "SELECT "
        + quoted(table.columns(), quote)
        + " FROM "
        + quoted(List.of(table.name()), quote)
        + " ORDER BY "
        + quoted(table.key(), quote);
  }

  private static String quoted(List<String> names, String quote) {
    return names.stream().map(name -> quote + name + quote).collect(Collectors.joining(", "));
  }

  /**
   * @return null after the last row
   */
  @Nullable Row next() throws SQLException {
    while (rows.next()) {
      Row row = read();
      if (wanted.test(row)) {
        return row;
      }
    }
    return null;
  }

  private Row read() throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 1; i <= table.columns().size(); i++) {
      values.add(comparable(rows.getObject(i)));
    }
    List<Object> key = new ArrayList<>();
    for (String column : table.key()) {
      Object value = values.get(table.columns().indexOf(column));
      key.add(Objects.requireNonNull(value, "a key's column"));
    }
    return new Row(key, values);
  }

  private static @Nullable Object comparable(@Nullable Object value) throws SQLException {
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (value instanceof Clob text) {
      return text.getSubString(1, Math.toIntExact(text.length()));
    }
    return value;
  }

  @Override
  public void close() throws SQLException {
    query.close();
  }
}
