package io.jdbcmirror.tests.app;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a table by every setter that takes a stream or reader and that the driver implements: one
 * row and transaction for each call, which names the setter.
 */
public final class AllStreams {
  private static final String TEXT = "text \u00e9\u4e2d\ud83d\ude00 with \\ and '";
  private static final byte[] ASCII = "plain text".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BYTES = bytes(300);
  private static final byte[] LONG = bytes(200_000);
  private static final String LONG_TEXT = "long \u00e9 ".repeat(20_000);

  @FunctionalInterface
  private interface Bind {
    void to(PreparedStatement statement) throws SQLException;
  }

  private final Connection connection;
  private final List<String> bound = new ArrayList<>();
  private int id;

  private AllStreams(Connection connection) {
    this.connection = connection;
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7);
    }
    return bytes;
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static Reader reader(String text) {
    return new StringReader(text);
  }

  /** Returns what the driver took: the name of each row. */
  public static ArrayList<String> fill(Connection connection) throws SQLException {
    AllStreams streams = new AllStreams(connection);
    streams.binary();
    streams.ascii();
    streams.characters();
    streams.national();
    streams.objects();
    return new ArrayList<>(streams.bound);
  }

  private void binary() throws SQLException {
    row("c_bytes", "setBinaryStream", s -> s.setBinaryStream(3, stream(BYTES)));
    row("c_bytes", "setBinaryStream int", s -> s.setBinaryStream(3, stream(BYTES), 300));
    row("c_bytes", "setBinaryStream long", s -> s.setBinaryStream(3, stream(BYTES), 300L));
    row("c_bytes", "setBinaryStream less", s -> s.setBinaryStream(3, stream(BYTES), 100));
    row("c_bytes", "setBinaryStream large", s -> s.setBinaryStream(3, stream(LONG)));
    row("c_bytes", "setBinaryStream of 0", s -> s.setBinaryStream(3, stream(new byte[0])));
    row("c_bytes", "setBinaryStream 0", s -> s.setBinaryStream(3, stream(new byte[0]), 0));
    row("c_bytes", "setBinaryStream null", s -> s.setBinaryStream(3, null));
    row("c_bytes", "setBinaryStream null int", s -> s.setBinaryStream(3, null, 0));
  }

  @SuppressWarnings("deprecation")
  private void ascii() throws SQLException {
    row("c_text", "setAsciiStream", s -> s.setAsciiStream(3, stream(ASCII)));
    row("c_text", "setAsciiStream int", s -> s.setAsciiStream(3, stream(ASCII), 10));
    row("c_text", "setAsciiStream long", s -> s.setAsciiStream(3, stream(ASCII), 10L));
    row("c_text", "setUnicodeStream", s -> s.setUnicodeStream(3, stream(ASCII), 10));
  }

  private void characters() throws SQLException {
    row("c_text", "setCharacterStream", s -> s.setCharacterStream(3, reader(TEXT)));
    row("c_text", "setCharacterStream int", s -> s.setCharacterStream(3, reader(TEXT), 23));
    row("c_text", "setCharacterStream long", s -> s.setCharacterStream(3, reader(TEXT), 23L));
    row("c_text", "setCharacterStream less", s -> s.setCharacterStream(3, reader(TEXT), 6));
    row("c_text", "setCharacterStream large", s -> s.setCharacterStream(3, reader(LONG_TEXT)));
    row("c_text", "setCharacterStream null", s -> s.setCharacterStream(3, null));
    row("c_text", "setClob reader", s -> s.setClob(3, reader(TEXT)));
    row("c_text", "setClob reader long", s -> s.setClob(3, reader(TEXT), 23));
  }

  private void national() throws SQLException {
    row("c_text", "setNCharacterStream", s -> s.setNCharacterStream(3, reader(TEXT)));
    row("c_text", "setNCharacterStream long", s -> s.setNCharacterStream(3, reader(TEXT), 23));
    row("c_text", "setNClob reader", s -> s.setNClob(3, reader(TEXT)));
    row("c_text", "setNClob reader long", s -> s.setNClob(3, reader(TEXT), 23));
  }

  private void objects() throws SQLException {
    row("c_blob", "setBlob stream", s -> s.setBlob(3, stream(BYTES)));
    row("c_blob", "setBlob stream long", s -> s.setBlob(3, stream(BYTES), 300));
    row("c_bytes", "setObject stream", s -> s.setObject(3, stream(BYTES)));
    row("c_bytes", "setObject stream type", s -> s.setObject(3, stream(BYTES), Types.BINARY));
    row("c_text", "setObject reader", s -> s.setObject(3, reader(TEXT)));
    row("c_blob", "setObject blob", s -> s.setObject(3, stream(BYTES), Types.BLOB));
  }

  private void row(String column, String how, Bind bind) throws SQLException {
    String sql = "insert into v (id, how, " + column + ") values (?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, ++id);
      statement.setString(2, how);
      try {
        bind.to(statement);
      } catch (SQLFeatureNotSupportedException e) {
        return;
      } catch (SQLException e) {
        if (how.startsWith("setObject")) {
          return; // no driver has to take a stream there
        }
        throw new SQLException(how + ": " + e.getMessage(), e);
      }
      statement.executeUpdate();
      connection.commit();
      bound.add(how);
    } catch (SQLException e) {
      throw new SQLException(how + ": " + e.getMessage(), e);
    }
  }
}
