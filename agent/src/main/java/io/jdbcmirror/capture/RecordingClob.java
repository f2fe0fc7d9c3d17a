package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.Setter;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Stands between a driver and a {@link Clob}; each call is passed on as it is. */
class RecordingClob implements Clob, Recorded {
  private final Clob clob;
  private final Recording recording;

  private RecordingClob(Clob clob, Recording recording) {
    this.clob = clob;
    this.recording = recording;
  }

  static RecordingClob of(Clob clob, Recording recording) {
    return clob instanceof NClob
        ? new National(clob, recording)
        : new RecordingClob(clob, recording);
  }

  @Override
  public final Recording recording() {
    return recording;
  }

  @Override
  public Setter sentBy(Setter called) {
    return called == Setter.N_CLOB ? Setter.N_CLOB : Setter.CLOB;
  }

  @Override
  public final long length() throws SQLException {
    long length = clob.length();
    recording.isLong(length);
    return length;
  }

  @Override
  public final String getSubString(long position, int length) throws SQLException {
    String text = clob.getSubString(position, length);
    recording.part(position, text);
    return text;
  }

  @Override
  public final @Nullable Reader getCharacterStream() throws SQLException {
    return recorded(clob.getCharacterStream(), 1);
  }

  @Override
  public final @Nullable Reader getCharacterStream(long position, long length) throws SQLException {
    return recorded(clob.getCharacterStream(position, length), position);
  }

  private @Nullable Reader recorded(@Nullable Reader reader, long position) {
    recording.opened(position);
    return reader == null ? null : new RecordingReader(reader, recording);
  }

  @Override
  public final InputStream getAsciiStream() throws SQLException {
    recording.lose();
    return clob.getAsciiStream();
  }

  @Override
  public final long position(String pattern, long start) throws SQLException {
    return clob.position(pattern, start);
  }

  @Override
  public final long position(Clob pattern, long start) throws SQLException {
    return clob.position(pattern, start);
  }

  @Override
  public final int setString(long position, String text) throws SQLException {
    recording.lose();
    return clob.setString(position, text);
  }

  @Override
  public final int setString(long position, String text, int offset, int length)
      throws SQLException {
    recording.lose();
    return clob.setString(position, text, offset, length);
  }

  @Override
  public final OutputStream setAsciiStream(long position) throws SQLException {
    recording.lose();
    return clob.setAsciiStream(position);
  }

  @Override
  public final Writer setCharacterStream(long position) throws SQLException {
    recording.lose();
    return clob.setCharacterStream(position);
  }

  @Override
  public final void truncate(long length) throws SQLException {
    recording.lose();
    clob.truncate(length);
  }

  @Override
  public final void free() throws SQLException {
    clob.free();
  }

  @Override
  public final String toString() {
    return clob.toString();
  }

  /** For drivers that ask which of the two it is. */
  private static final class National extends RecordingClob implements NClob {
    National(Clob clob, Recording recording) {
      super(clob, recording);
    }
  }
}
