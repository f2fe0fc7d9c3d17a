package io.jdbcmirror.bootstrap;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** An answer is whatever comes between two things that are sent. */
final class LimitedSocket extends Socket {
  private final long maxAnswerBytes;
  private final AtomicLong leftBytes;

  LimitedSocket(long maxAnswerBytes) {
    this.maxAnswerBytes = maxAnswerBytes;
    this.leftBytes = new AtomicLong(maxAnswerBytes);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Answers(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Questions(super.getOutputStream());
  }

  private void took(int bytes) {
    leftBytes.addAndGet(-Math.max(0, bytes));
  }

  private int atMost(int bytes) throws IOException {
    long left = leftBytes.get();
    if (left <= 0 && bytes > 0) {
      close();
      throw new AnswerTooLargeException();
    }
    return (int) Math.min(bytes, left);
  }

  private final class Answers extends FilterInputStream {
    Answers(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      atMost(1);
      int next = in.read();
      took(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = in.read(into, offset, atMost(length));
      took(count);
      return count;
    }

    @Override
    public void close() throws IOException {
      LimitedSocket.this.close();
    }
  }

  private final class Questions extends FilterOutputStream {
    Questions(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int next) throws IOException {
      leftBytes.set(maxAnswerBytes);
      out.write(next);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      leftBytes.set(maxAnswerBytes);
      out.write(from, offset, length);
    }

    @Override
    public void close() throws IOException {
      LimitedSocket.this.close();
    }
  }
}
