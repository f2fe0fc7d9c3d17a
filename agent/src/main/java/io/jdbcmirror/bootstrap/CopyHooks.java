package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** The way to {@link CopyHandler}, as {@link JdbcHooks} says. */
public final class CopyHooks {
  private CopyHooks() {}

  public static void copyData(@Nullable Object operation, byte[] data, int offset, int length) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && operation != null) {
      try {
        h.copies().copyData(operation, data, offset, length);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "copy", operation, t);
      }
    }
  }

  public static @Nullable Object copyWriter(@Nullable Object operation, @Nullable Object writer) {
    JdbcHandler h = JdbcHooks.handler();
    if (h == null || operation == null || writer == null) {
      return writer;
    }
    try {
      return h.copies().copyWriter(operation, writer);
    } catch (Throwable t) {
      JdbcHooks.failed(h, "copy", operation, t);
      return writer;
    }
  }

  public static void copyCalled(
      @Nullable Object operation, String method, @Nullable Throwable thrown) {
    JdbcHandler h = JdbcHooks.handler();
    if (h != null && operation != null) {
      try {
        h.copies().copyCalled(operation, method, thrown);
      } catch (Throwable t) {
        JdbcHooks.failed(h, "copy", operation, t);
      }
    }
  }
}
