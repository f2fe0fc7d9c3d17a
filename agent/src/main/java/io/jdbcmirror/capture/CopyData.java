package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes that a COPY has sent so far. Bounded. Not thread-safe. */
final class CopyData {
  private static final int CHUNK = 8192;

  private final BoundedBytes bytes;
  private List<byte[]> chunks = new ArrayList<>();
  private byte[] last = new byte[0];
  private int used;

  CopyData(BoundedBytes bytes) {
    this.bytes = bytes;
  }

  void write(byte[] data, int offset, int length) {
    int fits = Math.min(length, last.length - used);
    System.arraycopy(data, offset, last, used, fits);
    used += fits;
    int rest = length - fits;
    if (rest > 0 && reserve(Math.max(rest, CHUNK))) {
      seal();
      last = new byte[Math.max(rest, CHUNK)];
      System.arraycopy(data, offset + fits, last, 0, rest);
      used = rest;
    }
  }

  private boolean reserve(int count) {
    boolean reserved = bytes.reserve(count);
    if (!reserved) {
      drop();
    }
    return reserved;
  }

  private void seal() {
    if (used > 0) {
      chunks.add(used == last.length ? last : Arrays.copyOf(last, used));
    }
    used = 0;
  }

  /** It cannot be mirrored; the first reason stays. */
  void taint(Outcome reason) {
    bytes.taint(reason);
    drop();
  }

  @Nullable Outcome taint() {
    return bytes.taint();
  }

  /** All that was written, in order; nothing can be written any more. */
  List<byte[]> take() {
    seal();
    last = new byte[0];
    return chunks;
  }

  /** Gives back what it holds; what was taken stays as it is. */
  void release() {
    bytes.release();
    drop();
  }

  private void drop() {
    chunks = new ArrayList<>();
    last = new byte[0];
    used = 0;
  }
}
