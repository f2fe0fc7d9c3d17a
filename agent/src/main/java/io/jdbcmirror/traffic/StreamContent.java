package io.jdbcmirror.traffic;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** What a driver has read from a stream or a reader that was bound. Immutable. */
public final class StreamContent {
  /** Stands for a length that the application has not told. */
  public static final long UNKNOWN = -1;

  private final byte @Nullable [] bytes;
  private final @Nullable String text;

  /** The array is kept, not copied. */
  public StreamContent(byte[] bytes) {
    this.bytes = bytes;
    this.text = null;
  }

  public StreamContent(String text) {
    this.bytes = null;
    this.text = text;
  }

  /** The content from its beginning, as bytes. */
  public InputStream stream() {
    if (bytes == null) {
      throw new IllegalStateException("characters");
    }
    return new ByteArrayInputStream(bytes);
  }

  /** The content from its beginning, as characters. */
  public Reader reader() {
    return new StringReader(text());
  }

  /** The characters. */
  public String text() {
    if (text == null) {
      throw new IllegalStateException("bytes");
    }
    return text;
  }

  /** A stream or a reader, whichever the application had bound. */
  public Object open() {
    return text == null ? stream() : reader();
  }

  /** Bytes on the heap. */
  public long size() {
    return text == null ? length() : 2L * length();
  }

  /** Bytes or characters. */
  public int length() {
    if (bytes != null) {
      return bytes.length;
    }
    return text == null ? 0 : text.length();
  }
}
