package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/** The hooks of COPY operations: finds what records the operation, if anything does. */
final class CopyCapture {
  private final States states;

  CopyCapture(States states) {
    this.states = states;
  }

  void data(Object operation, byte[] data, int offset, int length) {
    CopyRecording copy = states.copy(operation);
    if (copy == null) {
      return;
    }
    try {
      copy.write(data, offset, length);
    } catch (Throwable t) {
      copy.distrust();
      throw t;
    }
  }

  /** What the driver is to use instead of the application's own writer. */
  Object writer(Object operation, Object writer) {
    CopyRecording copy = states.copy(operation);
    if (copy == null || !copy.records()) {
      return writer;
    }
    copy.expectsWriter();
    Object recording = CopyWriters.recording(writer, copy);
    return recording == null ? writer : recording;
  }

  void called(Object operation, String method, @Nullable Throwable thrown) {
    CopyRecording copy = states.copy(operation);
    if (copy != null) {
      copy.called(method, thrown);
    }
  }
}
