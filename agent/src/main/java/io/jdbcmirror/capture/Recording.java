package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.StreamContent;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a driver reads from a stream or reader that it was given: at the setter, or not before the
 * execution. Its bytes count in the queue's bound while it holds them; beyond a bound, or where
 * what was read does not tell what the source was sent, it holds nothing and is not captured. None
 * of its methods throws: they are called in the midst of the driver's reading.
 */
final class Recording extends Deferred {
  /** Stands for the count of a read that has thrown. */
  static final int THROWN = -2;

  private static final int FIRST_RESERVE = 1_024;

  private final WaitingBytes waiting;
  private final long maxBytes;
  private @Nullable ByteArrayOutputStream bytes;
  private @Nullable StringBuilder text;
  private long read;
  private long held;
  private long reserved;
  private long length = StreamContent.UNKNOWN;
  private boolean listening = true;
  private boolean opened;
  private boolean ended;
  private int uses;
  private @Nullable Outcome reason;

  /**
   * @param ofText whether characters will be read
   * @param maxBytes of one parameter
   */
  Recording(boolean ofText, WaitingBytes waiting, long maxBytes) {
    this.waiting = waiting;
    this.maxBytes = maxBytes;
    if (ofText) {
      text = new StringBuilder();
    } else {
      bytes = new ByteArrayOutputStream();
    }
  }

  /**
   * The driver has read.
   *
   * @param count as the stream has returned it, or {@link #THROWN}
   */
  void read(byte[] buffer, int offset, int count) {
    try {
      if (follows(count, count) && bytes != null) {
        bytes.write(buffer, offset, count);
      }
    } catch (Throwable t) {
      lose();
    }
  }

  /**
   * The driver has read.
   *
   * @param count as the reader has returned it, or {@link #THROWN}
   */
  void read(char[] buffer, int offset, int count) {
    try {
      if (follows(count, 2L * count) && text != null) {
        text.append(buffer, offset, count);
      }
    } catch (Throwable t) {
      lose();
    }
  }

  /** The driver has asked for a part, from 1. */
  void part(long position, byte[] bytes) {
    if (position == read + 1 && bytes != null) {
      read(bytes, 0, bytes.length);
    } else {
      lose();
    }
  }

  /** The driver has asked for a part, from 1. */
  void part(long position, String characters) {
    if (position == read + 1 && characters != null) {
      read(characters.toCharArray(), 0, characters.length());
    } else {
      lose();
    }
  }

  /** The driver has opened what is read here, at a position from 1: once, and at its beginning. */
  void opened(long position) {
    if (opened || position != 1) {
      lose();
    }
    opened = true;
  }

  /** The driver has asked for the length; a negative one tells nothing. */
  void isLong(long told) {
    length = told < 0 ? length : told;
  }

  /** The driver has left something out, or gone back: what it sends is not told by its reading. */
  void lose() {
    fail(Outcome.PARAMETERS_NOT_CAPTURED);
  }

  private boolean follows(int count, long size) {
    if (!listening || count == THROWN) {
      lose();
    } else if (count < 0) {
      ended = true;
    } else if (reason == null && hold(size)) {
      read += count;
      return true;
    }
    return false;
  }

  private boolean hold(long size) {
    held += size;
    if (held > maxBytes) {
      fail(Outcome.PARAMETERS_NOT_CAPTURED);
    } else if (held > reserved) {
      long more = Math.max(held - reserved, Math.max(FIRST_RESERVE, reserved));
      if (waiting.reserve(more)) {
        reserved += more;
      } else {
        fail(Outcome.QUEUE_BYTES);
      }
    }
    return reason == null;
  }

  private void fail(Outcome why) {
    reason = reason == null ? why : reason;
    release();
  }

  /**
   * The setter has returned.
   *
   * @param given the length the application has told, or {@link StreamContent#UNKNOWN}
   * @return the content where the driver has read all of it, else this
   */
  Object bound(long given) {
    length = given == StreamContent.UNKNOWN ? length : given;
    listening = false;
    if (ended || (length > 0 && isComplete())) {
      return afterExecution();
    }
    if (read > 0) {
      lose(); // some now and some later
    }
    return this;
  }

  private boolean isComplete() {
    return ended || (length >= 0 && read >= length);
  }

  @Override
  void use() {
    uses++;
  }

  /** One that is used twice is at its end the second time, and who reads first is not known. */
  @Override
  Object atExecution() {
    if (uses != 1) {
      lose();
    }
    listening = true;
    return reason == null ? this : Copies.NOT_CAPTURED;
  }

  @Override
  Object afterExecution() {
    listening = false;
    Object content = reason == null && isComplete() ? content() : Copies.NOT_CAPTURED;
    lose();
    return content;
  }

  private Object content() {
    if (text != null) {
      return new StreamContent(text.toString());
    }
    return bytes == null ? Copies.NOT_CAPTURED : new StreamContent(bytes.toByteArray());
  }

  @Override
  void release() {
    waiting.unreserve(reserved);
    reserved = 0;
    bytes = null;
    text = null;
    listening = false;
  }

  @Override
  Outcome reason() {
    return reason == null ? Outcome.PARAMETERS_NOT_CAPTURED : reason;
  }

  @Override
  long bytes() {
    return 0;
  }
}
