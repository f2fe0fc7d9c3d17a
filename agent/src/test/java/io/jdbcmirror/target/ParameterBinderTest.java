package io.jdbcmirror.target;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jdbcmirror.traffic.ArrayValue;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.StreamContent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterBinderTest {
  private static final StreamContent BYTES = new StreamContent("bytes".getBytes(US_ASCII));
  private static final StreamContent CHARS = new StreamContent("chars");
  private static final Calendar UTC = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
  private static final Date DATE = Date.valueOf("2026-01-02");
  private static final Time TIME = Time.valueOf("03:04:05");
  private static final Timestamp MOMENT = Timestamp.valueOf("2026-01-02 03:04:05.6");

  @ParameterizedTest
  @MethodSource({"calls", "streams"})
  void sameSetterIsCalledWithSameArguments(
      Setter setter, Object value, Object option, Object scale, String expected) throws Exception {
    List<String> calls = new ArrayList<>();

    ParameterBinder.bind(recording(calls), row(setter, value, option, scale));

    assertThat(calls).containsExactly("clearParameters()", expected);
  }

  static Stream<Arguments> calls() throws Exception {
    return Stream.of(
        arguments(Setter.NULL, Types.INTEGER, null, null, "setNull(1, 4)"),
        arguments(Setter.NULL, Types.STRUCT, "point", null, "setNull(1, 2002, point)"),
        arguments(Setter.BOOLEAN, true, null, null, "setBoolean(1, true)"),
        arguments(Setter.BYTE, (byte) 7, null, null, "setByte(1, 7)"),
        arguments(Setter.SHORT, (short) 7, null, null, "setShort(1, 7)"),
        arguments(Setter.INT, 7, null, null, "setInt(1, 7)"),
        arguments(Setter.LONG, 7L, null, null, "setLong(1, 7)"),
        arguments(Setter.FLOAT, 7.5f, null, null, "setFloat(1, 7.5)"),
        arguments(Setter.DOUBLE, 7.5, null, null, "setDouble(1, 7.5)"),
        arguments(Setter.BIG_DECIMAL, new BigDecimal("7.50"), null, null, "setBigDecimal(1, 7.50)"),
        arguments(Setter.BIG_DECIMAL, null, null, null, "setBigDecimal(1, null)"),
        arguments(Setter.STRING, "text", null, null, "setString(1, text)"),
        arguments(Setter.STRING, null, null, null, "setString(1, null)"),
        arguments(Setter.N_STRING, "text", null, null, "setNString(1, text)"),
        arguments(Setter.BYTES, new byte[] {1, 2}, null, null, "setBytes(1, [1, 2])"),
        arguments(Setter.BYTES, null, null, null, "setBytes(1, null)"),
        arguments(Setter.DATE, DATE, null, null, "setDate(1, 2026-01-02)"),
        arguments(Setter.DATE, DATE, UTC, null, "setDate(1, 2026-01-02, calendar)"),
        arguments(Setter.TIME, TIME, null, null, "setTime(1, 03:04:05)"),
        arguments(Setter.TIME, TIME, UTC, null, "setTime(1, 03:04:05, calendar)"),
        arguments(Setter.TIMESTAMP, MOMENT, null, null, "setTimestamp(1, 2026-01-02 03:04:05.6)"),
        arguments(
            Setter.TIMESTAMP,
            MOMENT,
            UTC,
            null,
            "setTimestamp(1, 2026-01-02 03:04:05.6, calendar)"),
        arguments(Setter.TIMESTAMP, null, UTC, null, "setTimestamp(1, null, calendar)"),
        arguments(Setter.URL, URI.create("http://x/").toURL(), null, null, "setURL(1, http://x/)"),
        arguments(Setter.ARRAY, null, null, null, "setArray(1, null)"),
        arguments(Setter.OBJECT, "text", null, null, "setObject(1, text)"),
        arguments(Setter.OBJECT, "7", Types.INTEGER, null, "setObject(1, 7, 4)"),
        arguments(Setter.OBJECT, "7", Types.DECIMAL, 2, "setObject(1, 7, 3, 2)"),
        arguments(Setter.OBJECT, "7", JDBCType.INTEGER, null, "setObject(1, 7, INTEGER)"),
        arguments(Setter.OBJECT, "7", JDBCType.DECIMAL, 2, "setObject(1, 7, DECIMAL, 2)"),
        arguments(Setter.OBJECT, BYTES, Types.BLOB, null, "setObject(1, <bytes>, 2004)"));
  }

  static Stream<Arguments> streams() {
    return Stream.of(
        arguments(Setter.ASCII_STREAM, BYTES, null, null, "setAsciiStream(1, <bytes>)"),
        arguments(Setter.ASCII_STREAM, BYTES, 5, null, "setAsciiStream(1, <bytes>, 5)"),
        arguments(Setter.ASCII_STREAM, BYTES, 5L, null, "setAsciiStream(1, <bytes>, 5L)"),
        arguments(Setter.UNICODE_STREAM, BYTES, 5, null, "setUnicodeStream(1, <bytes>, 5)"),
        arguments(Setter.BINARY_STREAM, BYTES, null, null, "setBinaryStream(1, <bytes>)"),
        arguments(Setter.BINARY_STREAM, BYTES, 3, null, "setBinaryStream(1, <bytes>, 3)"),
        arguments(Setter.BINARY_STREAM, BYTES, 9, null, "setBinaryStream(1, <bytes>, 5)"),
        arguments(Setter.BINARY_STREAM, BYTES, 0L, null, "setBinaryStream(1, <bytes>, 5L)"),
        arguments(Setter.BINARY_STREAM, null, 0, null, "setBinaryStream(1, null, 0)"),
        arguments(Setter.CHARACTER_STREAM, CHARS, null, null, "setCharacterStream(1, <chars>)"),
        arguments(Setter.CHARACTER_STREAM, CHARS, 5, null, "setCharacterStream(1, <chars>, 5)"),
        arguments(Setter.CHARACTER_STREAM, CHARS, 5L, null, "setCharacterStream(1, <chars>, 5L)"),
        arguments(Setter.N_CHARACTER_STREAM, CHARS, null, null, "setNCharacterStream(1, <chars>)"),
        arguments(
            Setter.N_CHARACTER_STREAM, CHARS, 5L, null, "setNCharacterStream(1, <chars>, 5L)"),
        arguments(Setter.BLOB, BYTES, null, null, "setBlob(1, <bytes>)"),
        arguments(Setter.BLOB, BYTES, 5L, null, "setBlob(1, <bytes>, 5L)"),
        arguments(Setter.SQLXML, null, null, null, "setSQLXML(1, null)"),
        arguments(Setter.CLOB, CHARS, null, null, "setClob(1, <chars>)"),
        arguments(Setter.CLOB, CHARS, 5L, null, "setClob(1, <chars>, 5L)"),
        arguments(Setter.N_CLOB, CHARS, null, null, "setNClob(1, <chars>)"),
        arguments(Setter.N_CLOB, CHARS, 5L, null, "setNClob(1, <chars>, 5L)"));
  }

  @Test
  void everySetterHasACase() throws Exception {
    List<Setter> covered =
        Stream.concat(calls(), streams())
            .map(each -> (Setter) each.get()[0])
            .distinct()
            .collect(Collectors.toList());

    assertThat(covered).containsExactlyInAnyOrder(Setter.values());
  }

  @Test
  void valuesArriveInARealDatabase() throws Exception {
    String sql = "SELECT CAST(? AS INT), ?, CAST(? AS TIMESTAMP), CAST(? AS INT ARRAY), ?, ?";
    try (Connection connection = h2();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      ParameterBinder.bind(
          statement,
          new Parameter[] {
            Parameter.of(Setter.NULL, 1, Types.INTEGER, null, null),
            Parameter.of(Setter.STRING, 2, "text", null, null),
            Parameter.of(Setter.TIMESTAMP, 3, MOMENT, null, null),
            Parameter.of(
                Setter.ARRAY, 4, new ArrayValue("INTEGER", new Object[] {1, 2}), null, null),
            Parameter.of(Setter.OBJECT, 5, new UUID(1, 2), null, null),
            Parameter.of(Setter.BYTES, 6, new byte[] {1, 2}, null, null)
          });
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getObject(1)).isNull();
        assertThat(rows.getString(2)).isEqualTo("text");
        assertThat(rows.getTimestamp(3)).isEqualTo(MOMENT);
        assertThat((Object[]) rows.getArray(4).getArray()).containsExactly(1, 2);
        assertThat(rows.getObject(5)).isEqualTo(new UUID(1, 2));
        assertThat(rows.getBytes(6)).containsExactly(1, 2);
      }
    }
  }

  @Test
  void valueTheDriverRejectsSurfacesAsItsException() throws Exception {
    try (Connection connection = h2();
        PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS INT)")) {
      Parameter[] row = row(Setter.OBJECT, "no number", Types.INTEGER, null);

      assertThatThrownBy(() -> ParameterBinder.bind(statement, row))
          .isInstanceOf(SQLException.class);
    }
  }

  private static Parameter[] row(Setter setter, Object value, Object option, Object scale) {
    return new Parameter[] {Parameter.of(setter, 1, value, option, scale)};
  }

  private static Connection h2() throws SQLException {
    return new org.h2.Driver().connect("jdbc:h2:mem:", new Properties());
  }

  private static PreparedStatement recording(List<String> calls) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            ParameterBinderTest.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, args) -> {
              List<String> texts = new ArrayList<>();
              for (Object argument : args == null ? new Object[0] : args) {
                texts.add(text(argument));
              }
              calls.add(method.getName() + "(" + String.join(", ", texts) + ")");
              return null;
            });
  }

  private static String text(Object argument) throws IOException {
    if (argument instanceof byte[]) {
      return Arrays.toString((byte[]) argument);
    }
    if (argument instanceof InputStream) {
      return "<" + new String(((InputStream) argument).readAllBytes(), US_ASCII) + ">";
    }
    if (argument instanceof Reader) {
      return "<" + new BufferedReader((Reader) argument).readLine() + ">";
    }
    if (argument instanceof Long && (Long) argument == 5) {
      return argument + "L";
    }
    return argument instanceof Calendar ? "calendar" : String.valueOf(argument);
  }
}
