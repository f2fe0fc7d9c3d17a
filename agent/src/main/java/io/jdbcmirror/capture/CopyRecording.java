package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Request.Call;
import java.io.OutputStream;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A COPY that is under way on the source: the request it is ends with it, some calls later. Records
 * what the application sends, as the driver is given it. Not thread-safe, as the operation is not.
 */
final class CopyRecording extends DriverState {
  private final CapturedSession session;
  private final ExecuteCall execution;
  private final CopyData data;
  private int unseenWriters;
  private boolean ended;

  CopyRecording(CapturedSession session, ExecuteCall execution, CopyData data) {
    this.session = session;
    this.execution = execution;
    this.data = data;
  }

  CapturedSession session() {
    return session;
  }

  /** Whether the data are wanted. */
  boolean records() {
    return execution.isWanted() && !ended;
  }

  void write(byte[] bytes, int offset, int length) {
    if (records()) {
      data.write(bytes, offset, length);
    }
  }

  /** An object of the application's is about to write: it has to ask for its stream. */
  void expectsWriter() {
    unseenWriters++;
  }

  /** For what the application writes on a stream of the driver's. */
  OutputStream tee(OutputStream driverStream) {
    unseenWriters = Math.max(0, unseenWriters - 1);
    return new TeeStream(driverStream, this);
  }

  /** What was written is not known as a whole: the agent's own fault, or its limit. */
  void distrust() {
    data.taint(Outcome.UNSUPPORTED);
  }

  /** One of the operation's methods has returned or thrown. */
  void called(String method, @Nullable Throwable thrown) {
    if (method.equals("handleCommandStatus")) {
      // The server is through; what the application has sent ends with its own call.
      if (thrown == null && execution.call() == Call.COPY_OUT) {
        end(null);
      }
    } else if (thrown != null) {
      end(thrown);
    } else if (method.equals("endCopy")) {
      end(null);
    } else if (method.equals("cancelCopy")) {
      end(new SQLException("cancelled"));
    }
  }

  /** The connection is closed in the middle of it. */
  void abandon() {
    end(new SQLException("abandoned"));
  }

  private void end(@Nullable Throwable thrown) {
    if (ended) {
      return;
    }
    ended = true;
    if (unseenWriters > 0) {
      distrust();
    }
    if (thrown == null && execution.isWanted()) {
      execution.copied(data);
    }
    data.release();
    session.endCopy(execution, thrown);
  }
}
