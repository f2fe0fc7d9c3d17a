package io.jdbcmirror.tests.program;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Binds streams and readers, by every setter that takes one. */
final class Streams {
  /**
   * A setter of a stream.
   *
   * @param <S> what it takes
   */
  @FunctionalInterface
  private interface Form<S> {
    void bind(PreparedStatement statement, int index, S stream, int length) throws SQLException;
  }

  private static final List<Form<InputStream>> BYTES =
      List.of(
          (s, i, in, n) -> s.setBinaryStream(i, in),
          (s, i, in, n) -> s.setBinaryStream(i, in, n),
          (s, i, in, n) -> s.setBinaryStream(i, in, (long) n));

  private static final List<Form<InputStream>> BLOBS =
      List.of((s, i, in, n) -> s.setBlob(i, in), (s, i, in, n) -> s.setBlob(i, in, n));

  @SuppressWarnings("deprecation") // it is still there
  private static final List<Form<InputStream>> ASCII =
      List.of(
          (s, i, in, n) -> s.setAsciiStream(i, in),
          (s, i, in, n) -> s.setAsciiStream(i, in, n),
          (s, i, in, n) -> s.setAsciiStream(i, in, (long) n),
          (s, i, in, n) -> s.setUnicodeStream(i, in, n));

  private static final List<Form<Reader>> READERS =
      List.of(
          (s, i, in, n) -> s.setCharacterStream(i, in),
          (s, i, in, n) -> s.setCharacterStream(i, in, n),
          (s, i, in, n) -> s.setCharacterStream(i, in, (long) n));

  private static final List<Form<Reader>> CLOBS =
      List.of(
          (s, i, in, n) -> s.setClob(i, in),
          (s, i, in, n) -> s.setClob(i, in, n),
          (s, i, in, n) -> s.setNClob(i, in),
          (s, i, in, n) -> s.setNClob(i, in, n),
          (s, i, in, n) -> s.setNCharacterStream(i, in),
          (s, i, in, n) -> s.setNCharacterStream(i, in, n));

  private final Plot plot;
  private final PreparedStatement statement;
  private final int index;
  private final int length;

  private Streams(Plot plot, PreparedStatement statement, int index) {
    this.plot = plot;
    this.statement = statement;
    this.index = index;
    this.length = plot.dice().pick(0, 1, 100, 5_000, 100_000);
  }

  static void bind(Plot plot, PreparedStatement statement, int index, ColumnType type)
      throws SQLException {
    Streams streams = new Streams(plot, statement, index);
    boolean object = type.takesLargeObjects() && plot.dice().oneIn(2);
    if (type.isLargeObject() || type.takesBytes()) {
      streams.bindBytes(type.isLargeObject() || object ? BLOBS : BYTES);
    } else if (plot.dice().oneIn(4)) {
      streams.bindAscii();
    } else {
      streams.bindText(object ? CLOBS : READERS);
    }
  }

  private void bindBytes(List<Form<InputStream>> forms) throws SQLException {
    InputStream stream =
        plot.recorder()
            .spelled(
                new ByteArrayInputStream(ProgramRuntime.bytes(length)),
                "new ByteArrayInputStream(bytes(" + length + "))");
    plot.dice().pick(forms).bind(statement, index, stream, length);
  }

  private void bindAscii() throws SQLException {
    InputStream stream =
        plot.recorder()
            .spelled(
                new ByteArrayInputStream("a".repeat(length).getBytes(US_ASCII)),
                "new ByteArrayInputStream(\"a\".repeat(" + length + ").getBytes())");
    plot.dice().pick(ASCII).bind(statement, index, stream, length);
  }

  private void bindText(List<Form<Reader>> forms) throws SQLException {
    Reader reader =
        plot.recorder()
            .spelled(
                new StringReader("\u00e9".repeat(length)),
                "new StringReader(\"\\u00e9\".repeat(" + length + "))");
    plot.dice().pick(forms).bind(statement, index, reader, length);
  }
}
