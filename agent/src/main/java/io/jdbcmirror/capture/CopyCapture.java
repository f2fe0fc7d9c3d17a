package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.CopyHandler;
import org.jspecify.annotations.Nullable;

/** The hooks of COPY operations: finds what records the operation, if anything does. */
final class CopyCapture implements CopyHandler {
  private final States states;

  CopyCapture(States states) {
    this.states = states;
  }

  @Override
  public void copyData(Object operation, byte[] data, int offset, int length) {
    CopyRecording copy = states.copy(operation);
    if (copy != null) {
      copy.write(data, offset, length);
    }
  }

  @Override
  public Object copyWriter(Object operation, Object writer) {
    CopyRecording copy = states.copy(operation);
    if (copy == null || !copy.records()) {
      return writer;
    }
    copy.expectsWriter();
    Object recording = CopyWriters.recording(writer, copy);
    return recording == null ? writer : recording;
  }

  @Override
  public void copyCalled(Object operation, String method, @Nullable Throwable thrown) {
    CopyRecording copy = states.copy(operation);
    if (copy != null) {
      copy.called(method, thrown);
    }
  }
}
