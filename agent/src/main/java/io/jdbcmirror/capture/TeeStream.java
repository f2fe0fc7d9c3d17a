package io.jdbcmirror.capture;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on to the driver's stream what is written, then notes it; a fault of ours stays ours. */
final class TeeStream extends FilterOutputStream {
  private final CopyRecording recording;

  TeeStream(OutputStream driverStream, CopyRecording recording) {
    super(driverStream);
    this.recording = recording;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    note(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    note(bytes, offset, length);
  }

  private void note(byte[] bytes, int offset, int length) {
    try {
      recording.write(bytes, offset, length);
    } catch (Throwable t) {
      recording.distrust();
    }
  }
}
