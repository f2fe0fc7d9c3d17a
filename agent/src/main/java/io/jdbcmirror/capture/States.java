package io.jdbcmirror.capture;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.jdbcmirror.bootstrap.Tracked;
import org.jspecify.annotations.Nullable;

/**
 * Finds the state that hangs on a driver's object: in the field its class was given as it loaded,
 * or in a weak map by identity where the class was loaded before the agent.
 */
final class States {
  // With inlined expunction: a thread that waits on the reference queue pins carriers (OTel#17847).
  private final WeakConcurrentMap<Object, Object> untracked =
      new WeakConcurrentMap.WithInlinedExpunction<>();
  private volatile boolean anyUntracked;

  /**
   * @param owner what a hook is given: the driver's object, or at once what hangs on it
   */
  @Nullable Object get(Object owner) {
    if (owner instanceof DriverState) {
      return owner;
    }
    if (owner instanceof Tracked) {
      return ((Tracked) owner).jdbcMirror$state();
    }
    return anyUntracked ? untracked.getIfPresent(owner) : null;
  }

  void set(Object owner, Object state) {
    if (owner instanceof Tracked) {
      ((Tracked) owner).jdbcMirror$state(state);
    } else {
      anyUntracked = true;
      untracked.put(owner, state);
    }
  }

  /** Of a connection, or of what was made from one. */
  @Nullable CapturedSession session(Object owner) {
    Object state = get(owner);
    if (state instanceof ResultReader) {
      return ((ResultReader) state).session();
    }
    return state instanceof CapturedSession ? (CapturedSession) state : null;
  }

  /** Of a COPY operation. */
  @Nullable CopyRecording copy(Object operation) {
    Object state = get(operation);
    return state instanceof CopyRecording ? (CopyRecording) state : null;
  }

  @Nullable StatementCapture statement(Object statement) {
    Object state = get(statement);
    return state instanceof StatementCapture ? (StatementCapture) state : null;
  }
}
