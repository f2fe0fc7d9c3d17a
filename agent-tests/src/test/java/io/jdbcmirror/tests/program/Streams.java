package io.jdbcmirror.tests.program;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Binds streams and readers, with a length and without. */
final class Streams {
  private Streams() {}

  static void bind(Plot plot, PreparedStatement statement, int index, boolean bytes)
      throws SQLException {
    int length = plot.dice().pick(0, 1, 100, 5_000, 100_000);
    if (bytes) {
      bindBytes(plot, statement, index, length);
    } else {
      bindText(plot, statement, index, length);
    }
  }

  private static void bindBytes(Plot plot, PreparedStatement statement, int index, int length)
      throws SQLException {
    InputStream stream =
        plot.recorder()
            .spelled(
                new ByteArrayInputStream(ProgramRuntime.bytes(length)),
                "new ByteArrayInputStream(bytes(" + length + "))");
    switch (plot.dice().below(3)) {
      case 0 -> statement.setBinaryStream(index, stream);
      case 1 -> statement.setBinaryStream(index, stream, length);
      default -> statement.setBinaryStream(index, stream, (long) length);
    }
  }

  private static void bindText(Plot plot, PreparedStatement statement, int index, int length)
      throws SQLException {
    Reader reader =
        plot.recorder()
            .spelled(
                new StringReader("\u00e9".repeat(length)),
                "new StringReader(\"\\u00e9\".repeat(" + length + "))");
    if (plot.dice().oneIn(2)) {
      statement.setCharacterStream(index, reader);
    } else {
      statement.setCharacterStream(index, reader, length);
    }
  }
}
