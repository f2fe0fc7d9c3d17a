package io.jdbcmirror.capture;

import java.io.IOException;
import java.io.InputStream;

/** Stands between a driver and the application's stream; each call is passed on as it is. */
final class RecordingInputStream extends InputStream implements Recorded {
  private final InputStream stream;
  private final Recording recording;

  RecordingInputStream(InputStream stream, Recording recording) {
    this.stream = stream;
    this.recording = recording;
  }

  @Override
  public Recording recording() {
    return recording;
  }

  @Override
  public int read() throws IOException {
    int count = Recording.THROWN;
    byte[] one = new byte[1];
    try {
      int read = stream.read();
      one[0] = (byte) read;
      count = read < 0 ? read : 1;
      return read;
    } finally {
      recording.read(one, 0, count);
    }
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    int count = Recording.THROWN;
    try {
      count = stream.read(buffer);
      return count;
    } finally {
      recording.read(buffer, 0, count);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = Recording.THROWN;
    try {
      count = stream.read(buffer, offset, length);
      return count;
    } finally {
      recording.read(buffer, offset, count);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    recording.lose();
    return stream.skip(count);
  }

  @Override
  public int available() throws IOException {
    return stream.available();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  @Override
  public void mark(int limit) {
    stream.mark(limit);
  }

  @Override
  public void reset() throws IOException {
    recording.lose();
    stream.reset();
  }

  @Override
  public boolean markSupported() {
    return stream.markSupported();
  }

  /** Some drivers bind it. */
  @Override
  public String toString() {
    return stream.toString();
  }
}
