package io.jdbcmirror.capture;

import java.io.IOException;
import java.io.Reader;

/** Stands between a driver and the application's reader; each call is passed on as it is. */
final class RecordingReader extends Reader implements Recorded {
  private final Reader reader;
  private final Recording recording;

  RecordingReader(Reader reader, Recording recording) {
    this.reader = reader;
    this.recording = recording;
  }

  @Override
  public Recording recording() {
    return recording;
  }

  @Override
  public int read() throws IOException {
    int count = Recording.THROWN;
    char[] one = new char[1];
    try {
      int read = reader.read();
      one[0] = (char) read;
      count = read < 0 ? read : 1;
      return read;
    } finally {
      recording.read(one, 0, count);
    }
  }

  @Override
  public int read(char[] buffer) throws IOException {
    int count = Recording.THROWN;
    try {
      count = reader.read(buffer);
      return count;
    } finally {
      recording.read(buffer, 0, count);
    }
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = Recording.THROWN;
    try {
      count = reader.read(buffer, offset, length);
      return count;
    } finally {
      recording.read(buffer, offset, count);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    recording.lose();
    return reader.skip(count);
  }

  @Override
  public boolean ready() throws IOException {
    return reader.ready();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  @Override
  public boolean markSupported() {
    return reader.markSupported();
  }

  @Override
  public void mark(int limit) throws IOException {
    reader.mark(limit);
  }

  @Override
  public void reset() throws IOException {
    recording.lose();
    reader.reset();
  }

  /** Some drivers bind it. */
  @Override
  public String toString() {
    return reader.toString();
  }
}
