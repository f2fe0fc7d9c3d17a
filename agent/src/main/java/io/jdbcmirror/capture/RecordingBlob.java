package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.Setter;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Stands between a driver and a {@link Blob}; each call is passed on as it is. */
final class RecordingBlob implements Blob, Recorded {
  private final Blob blob;
  private final Recording recording;

  RecordingBlob(Blob blob, Recording recording) {
    this.blob = blob;
    this.recording = recording;
  }

  @Override
  public Recording recording() {
    return recording;
  }

  @Override
  public Setter sentBy(Setter called) {
    return Setter.BLOB;
  }

  @Override
  public long length() throws SQLException {
    long length = blob.length();
    recording.isLong(length);
    return length;
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    byte[] bytes = blob.getBytes(position, length);
    recording.part(position, bytes);
    return bytes;
  }

  @Override
  public @Nullable InputStream getBinaryStream() throws SQLException {
    return recorded(blob.getBinaryStream(), 1);
  }

  @Override
  public @Nullable InputStream getBinaryStream(long position, long length) throws SQLException {
    return recorded(blob.getBinaryStream(position, length), position);
  }

  private @Nullable InputStream recorded(@Nullable InputStream stream, long position) {
    recording.opened(position);
    return stream == null ? null : new RecordingInputStream(stream, recording);
  }

  @Override
  public long position(byte[] pattern, long start) throws SQLException {
    return blob.position(pattern, start);
  }

  @Override
  public long position(Blob pattern, long start) throws SQLException {
    return blob.position(pattern, start);
  }

  @Override
  public int setBytes(long position, byte[] bytes) throws SQLException {
    recording.lose();
    return blob.setBytes(position, bytes);
  }

  @Override
  public int setBytes(long position, byte[] bytes, int offset, int length) throws SQLException {
    recording.lose();
    return blob.setBytes(position, bytes, offset, length);
  }

  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
    recording.lose();
    return blob.setBinaryStream(position);
  }

  @Override
  public void truncate(long length) throws SQLException {
    recording.lose();
    blob.truncate(length);
  }

  @Override
  public void free() throws SQLException {
    blob.free();
  }

  @Override
  public String toString() {
    return blob.toString();
  }
}
