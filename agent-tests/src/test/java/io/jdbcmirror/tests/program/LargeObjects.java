package io.jdbcmirror.tests.program;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Types;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;

/** Binds large objects: the driver's own, foreign ones, those of another row. */
final class LargeObjects {
  private static final String SERIAL = "new javax.sql.rowset.serial.Serial";

  private final Plot plot;
  private final Dice dice;
  private final Connection connection;
  private final int length;

  LargeObjects(Plot plot, Actor actor) {
    this.plot = plot;
    this.dice = plot.dice();
    this.connection = actor.connection();
    this.length = dice.pick(0, 1, 100, 5_000, 100_000);
  }

  /**
   * Binds the first parameter.
   *
   * @param row the table and the condition of the one that is updated
   */
  void bind(PreparedStatement update, Column column, String row) throws SQLException {
    boolean any = column.type().isLargeObject();
    if (dice.oneIn(6)) {
      bindOfRow(update, column, "select " + column.name() + " from " + row);
    } else if (any ? dice.oneIn(2) : column.type().takesBytes()) {
      bindBytes(update);
    } else if (!any && plot.dialect().makesLargeObjects() && dice.oneIn(3)) {
      bindNational(update);
    } else {
      bindText(update);
    }
  }

  private void bindOfRow(PreparedStatement update, Column column, String query)
      throws SQLException {
    ResultSet rows = connection.createStatement().executeQuery(query);
    rows.next();
    if (column.type().isLargeObject() || column.type().takesBytes()) {
      update.setBlob(1, rows.getBlob(1));
    } else {
      update.setClob(1, rows.getClob(1));
    }
  }

  private void bindBytes(PreparedStatement update) throws SQLException {
    Blob blob = plot.dialect().makesLargeObjects() && dice.oneIn(2) ? ownBlob() : foreignBlob();
    switch (dice.below(5)) {
      case 0 -> update.setObject(1, blob);
      case 1 -> update.setObject(1, blob, Types.BLOB);
      case 2 -> update.setBlob(1, dice.oneIn(3) ? null : blob);
      default -> update.setBlob(1, blob);
    }
  }

  private Blob ownBlob() throws SQLException {
    Blob blob = connection.createBlob();
    blob.setBytes(1, ProgramRuntime.bytes(length));
    return blob;
  }

  private Blob foreignBlob() throws SQLException {
    return plot.recorder()
        .spelled(
            new SerialBlob(ProgramRuntime.bytes(length)), SERIAL + "Blob(bytes(" + length + "))");
  }

  private void bindText(PreparedStatement update) throws SQLException {
    Clob clob = plot.dialect().makesLargeObjects() && dice.oneIn(2) ? ownClob() : foreignClob();
    switch (dice.below(5)) {
      case 0 -> update.setObject(1, clob);
      case 1 -> update.setObject(1, clob, Types.CLOB);
      case 2 -> update.setClob(1, dice.oneIn(3) ? null : clob);
      default -> update.setClob(1, clob);
    }
  }

  private String text() {
    return "\u00e9".repeat(length);
  }

  private Clob ownClob() throws SQLException {
    Clob clob = connection.createClob();
    clob.setString(1, text());
    return clob;
  }

  private Clob foreignClob() throws SQLException {
    return plot.recorder()
        .spelled(
            new SerialClob(text().toCharArray()),
            SERIAL + "Clob(\"\\u00e9\".repeat(" + length + ").toCharArray())");
  }

  private void bindNational(PreparedStatement update) throws SQLException {
    if (dice.oneIn(2)) {
      NClob clob = connection.createNClob();
      clob.setString(1, text());
      update.setNClob(1, clob);
    } else {
      SQLXML xml = connection.createSQLXML();
      xml.setString("<a>" + text() + "</a>");
      update.setSQLXML(1, xml);
    }
  }
}
