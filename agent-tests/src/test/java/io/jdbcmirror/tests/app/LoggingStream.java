package io.jdbcmirror.tests.app;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;

/** Remembers every call; gives the bytes 1, 2, 3 and so on, then its end, or throws. */
public final class LoggingStream extends InputStream {
  private static final int END = 100;

  private final ArrayList<String> calls = new ArrayList<>();
  private final int throwsAt;
  private int at;

  /**
   * @param throwsAt byte at which it throws instead; 0 for never
   */
  public LoggingStream(int throwsAt) {
    this.throwsAt = throwsAt;
  }

  /** Binds one and executes; the calls that the driver has made. */
  public static ArrayList<String> insertedBy(Connection connection) throws SQLException {
    LoggingStream stream = new LoggingStream(0);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into v (id, c_bytes) values (1, ?)")) {
      insert.setBinaryStream(1, stream);
      stream.calls.add("bound");
      insert.executeUpdate();
    }
    return stream.calls;
  }

  @Override
  public int read() throws IOException {
    calls.add("read");
    return next();
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    calls.add("read array of " + buffer.length);
    return fill(buffer, 0, buffer.length);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    calls.add("read " + offset + " " + length);
    return fill(buffer, offset, length);
  }

  private int fill(byte[] buffer, int offset, int length) throws IOException {
    byte[] some = new byte[Math.min(length, 7)];
    int count = 0;
    for (int b = 0; count < some.length && (b = next()) >= 0; count++) {
      some[count] = (byte) b;
    }
    System.arraycopy(some, 0, buffer, offset, count);
    return count == 0 && length > 0 ? -1 : count;
  }

  private int next() throws IOException {
    if (throwsAt > 0 && at == throwsAt) {
      throw new IOException("at " + at);
    }
    return at == END ? -1 : ++at;
  }

  @Override
  public long skip(long count) throws IOException {
    calls.add("skip " + count);
    return super.skip(count);
  }

  @Override
  public int available() {
    calls.add("available");
    return 0;
  }

  @Override
  public synchronized void mark(int limit) {
    calls.add("mark " + limit);
  }

  @Override
  public synchronized void reset() throws IOException {
    calls.add("reset");
    super.reset();
  }

  @Override
  public boolean markSupported() {
    calls.add("markSupported");
    return false;
  }

  @Override
  public void close() {
    calls.add("close");
  }

  @Override
  public String toString() {
    return "calls " + Arrays.toString(calls.toArray());
  }
}
