package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Executes COPY on the target through its own driver's {@code CopyManager}, which may be of another
 * loader than the source's: met by reflection. A target that is no PostgreSQL refuses it with
 * SQLState 0A000. Not thread-safe.
 */
final class CopyRunner {
  private final Connection connection;

  CopyRunner(Connection connection) {
    this.connection = connection;
  }

  /**
   * @return nanoseconds
   */
  long run(Request request) throws SQLException {
    Object manager = manager();
    Object sql = String.valueOf(request.statement().sql());
    long start = System.nanoTime();
    if (request.call() == Request.Call.COPY_IN) {
      call(manager, "copyIn", InputStream.class, sql, stream(request.copyData()));
    } else {
      call(manager, "copyOut", OutputStream.class, sql, new NowhereStream());
    }
    return System.nanoTime() - start;
  }

  private Object manager() throws SQLException {
    try {
      return connection.getClass().getMethod("getCopyAPI").invoke(connection);
    } catch (InvocationTargetException e) {
      throw asSqlException(e);
    } catch (ReflectiveOperationException e) {
      throw new SQLFeatureNotSupportedException("the target's driver has no COPY", "0A000", e);
    }
  }

  private static void call(
      Object manager, String method, Class<?> streamType, Object sql, Object stream)
      throws SQLException {
    try {
      manager.getClass().getMethod(method, String.class, streamType).invoke(manager, sql, stream);
    } catch (InvocationTargetException e) {
      throw asSqlException(e);
    } catch (ReflectiveOperationException e) {
      throw new SQLFeatureNotSupportedException("the target's driver has no COPY", "0A000", e);
    }
  }

  private static SQLException asSqlException(InvocationTargetException thrown) {
    Throwable cause = thrown.getCause();
    if (cause instanceof SQLException) {
      return (SQLException) cause;
    }
    String state = cause instanceof IOException ? "08006" : null;
    return new SQLException("COPY has failed on the target", state, cause);
  }

  private static InputStream stream(List<byte[]> chunks) {
    List<InputStream> streams = new ArrayList<>(chunks.size());
    for (byte[] chunk : chunks) {
      streams.add(new ByteArrayInputStream(chunk));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  private static final class NowhereStream extends OutputStream {
    @Override
    public void write(int b) {
      // What a COPY reads is of no use here.
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      // The same.
    }
  }
}
