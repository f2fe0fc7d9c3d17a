package io.jdbcmirror.tests.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;

/**
 * Fills a table by every setter that takes a large object of some kind and that the driver
 * implements: one row and transaction for each call, which names the setter.
 */
public final class AllObjects {
  private static final byte[] BYTES = "some bytes \u00e9\u0000 ".repeat(500).getBytes(UTF_8);
  private static final String TEXT = "some text \u00e9\u4e2d\ud83d\ude00 ".repeat(500);
  private static final String XML = "<doc a=\"1\">text \u00e9</doc>";

  private interface Bind {
    void to(PreparedStatement statement) throws SQLException;
  }

  private final Connection connection;
  private final List<String> bound = new ArrayList<>();
  private int id;

  private AllObjects(Connection connection) {
    this.connection = connection;
  }

  /** Returns what the driver took: the name of each row. */
  public static ArrayList<String> fill(Connection connection) throws SQLException {
    AllObjects objects = new AllObjects(connection);
    objects.blobs();
    objects.clobs();
    objects.xml();
    return new ArrayList<>(objects.bound);
  }

  private void blobs() throws SQLException {
    row("c_blob", "setBlob foreign", s -> s.setBlob(3, new SerialBlob(BYTES)));
    row("c_blob", "setBlob own", s -> s.setBlob(3, ownBlob()));
    row("c_blob", "setBlob of a row", s -> s.setBlob(3, blobOfRow()));
    row("c_blob", "setBlob of 0", s -> s.setBlob(3, new SerialBlob(new byte[0])));
    row("c_blob", "setBlob null", s -> s.setBlob(3, (Blob) null));
    row("c_blob", "setObject blob", s -> s.setObject(3, new SerialBlob(BYTES)));
    row("c_blob", "setObject BLOB", s -> s.setObject(3, new SerialBlob(BYTES), Types.BLOB));
  }

  private void clobs() throws SQLException {
    row("c_clob", "setClob foreign", s -> s.setClob(3, clob(TEXT)));
    row("c_clob", "setClob own", s -> s.setClob(3, ownClob()));
    row("c_clob", "setClob of 0", s -> s.setClob(3, clob("")));
    row("c_clob", "setClob null", s -> s.setClob(3, (Clob) null));
    row("c_clob", "setNClob own", s -> s.setNClob(3, ownNClob()));
    row("c_clob", "setObject clob", s -> s.setObject(3, clob(TEXT)));
    row("c_clob", "setObject CLOB", s -> s.setObject(3, clob(TEXT), Types.CLOB));
  }

  private void xml() throws SQLException {
    row("c_xml", "setSQLXML", s -> s.setSQLXML(3, xmlOf(XML)));
    row("c_xml", "setSQLXML written", s -> s.setSQLXML(3, xmlWritten(XML)));
    row("c_xml", "setSQLXML null", s -> s.setSQLXML(3, null));
    row("c_xml", "setObject SQLXML", s -> s.setObject(3, xmlOf(XML)));
  }

  private static Clob clob(String text) throws SQLException {
    return new SerialClob(text.toCharArray());
  }

  private Blob ownBlob() throws SQLException {
    Blob blob = connection.createBlob();
    blob.setBytes(1, BYTES);
    return blob;
  }

  private Clob ownClob() throws SQLException {
    Clob clob = connection.createClob();
    clob.setString(1, TEXT);
    return clob;
  }

  private NClob ownNClob() throws SQLException {
    NClob clob = connection.createNClob();
    clob.setString(1, TEXT);
    return clob;
  }

  private Blob blobOfRow() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select c_blob from v where id = 1")) {
      row.next();
      return row.getBlob(1);
    }
  }

  private SQLXML xmlOf(String text) throws SQLException {
    SQLXML xml = connection.createSQLXML();
    xml.setString(text);
    return xml;
  }

  private SQLXML xmlWritten(String text) throws SQLException {
    SQLXML xml = connection.createSQLXML();
    try (Writer writer = xml.setCharacterStream()) {
      writer.write(text);
    } catch (IOException e) {
      throw new SQLException(e);
    }
    return xml;
  }

  private void row(String column, String how, Bind bind) throws SQLException {
    String sql = "insert into v (id, how, " + column + ") values (?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, ++id);
      statement.setString(2, how);
      try {
        bind.to(statement);
      } catch (SQLFeatureNotSupportedException e) {
        connection.rollback();
        return;
      }
      statement.executeUpdate();
      connection.commit();
      bound.add(how);
    } catch (SQLException e) {
      throw new SQLException(how + ": " + e.getMessage(), e);
    }
  }
}
