package io.jdbcmirror.capture;

import java.io.InputStream;
import java.io.Reader;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLXML;
import org.jspecify.annotations.Nullable;

/** Which arguments a driver is given in a recording shell. */
final class RecordedObjects {
  /** They read large objects by the interface alone, also those that they have made themselves. */
  private static final String[] READ_BY_INTERFACE = {
    "org.h2.", "org.postgresql.", "org.mariadb.jdbc."
  };

  private RecordedObjects() {}

  /**
   * @param driver name of any of its classes
   * @return null if the driver has to be given the value itself
   */
  static @Nullable Recorded of(
      String driver, CapturedSession session, Object value, long maxBytes) {
    if (value instanceof InputStream) {
      return new RecordingInputStream((InputStream) value, session.newRecording(false, maxBytes));
    }
    if (value instanceof Reader) {
      return new RecordingReader((Reader) value, session.newRecording(true, maxBytes));
    }
    return readsByInterface(driver) ? ofLob(session, value, maxBytes) : null;
  }

  private static @Nullable Recorded ofLob(CapturedSession session, Object value, long maxBytes) {
    if (value instanceof Clob) { // MariaDB's is a Blob, too
      return RecordingClob.of((Clob) value, session.newRecording(true, maxBytes));
    }
    if (value instanceof Blob) {
      return new RecordingBlob((Blob) value, session.newRecording(false, maxBytes));
    }
    if (value instanceof SQLXML) {
      return new RecordingXml((SQLXML) value, session.newRecording(true, maxBytes));
    }
    return null;
  }

  private static boolean readsByInterface(String driver) {
    for (String known : READ_BY_INTERFACE) {
      if (driver.startsWith(known)) {
        return true;
      }
    }
    return false;
  }
}
