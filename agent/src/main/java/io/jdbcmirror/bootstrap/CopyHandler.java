package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** The data of PostgreSQL's COPY. Called as {@link JdbcHandler} says. */
public interface CopyHandler {
  /** The application has sent data in a COPY. */
  void copyData(Object operation, byte[] data, int offset, int length);

  /**
   * The application sends data in a COPY through an object of its own.
   *
   * @return what the driver is to use instead of it
   */
  Object copyWriter(Object operation, Object writer);

  /** A COPY's operation has done something, or has thrown. */
  void copyCalled(Object operation, String method, @Nullable Throwable thrown);
}
