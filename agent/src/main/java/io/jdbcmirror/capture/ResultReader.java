package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/**
 * The state that hangs on a result set whose reading is taken down. Drivers call one of a result
 * set's methods from another: the outermost is the application's. Not thread-safe, as the result
 * set is not.
 */
abstract class ResultReader extends DriverState {
  private final CapturedSession session;
  private int depth;

  ResultReader(CapturedSession session) {
    this.session = session;
  }

  final CapturedSession session() {
    return session;
  }

  /** Whether calls that move or close the result set are wanted. Asked at each of them. */
  abstract boolean followsSteps();

  /** Whether values are wanted. Asked at each getter. */
  abstract boolean followsValues();

  final void enter() {
    depth++;
  }

  /**
   * @return whether the call was the application's own
   */
  private boolean leave() {
    depth = Math.max(0, depth - 1);
    return depth == 0;
  }

  final void exitStep(String method, @Nullable Object returned) {
    if (leave()) {
      stepped(method, Boolean.TRUE.equals(returned));
    }
  }

  final void exitGetter(
      String method, Object column, @Nullable Object type, @Nullable Object value, boolean thrown) {
    boolean outermost = leave();
    if (!thrown) {
      got(outermost, method, column, type, value);
    }
  }

  /**
   * @param onRow whether the call has returned true
   */
  abstract void stepped(String method, boolean onRow);

  /**
   * @param outermost false for a getter that another has called
   * @param type of {@code getObject(column, type)}, else null
   */
  abstract void got(
      boolean outermost,
      String method,
      Object column,
      @Nullable Object type,
      @Nullable Object value);

  /** A call was missed by a fault of the agent's own: what is read is not known. */
  final void fail() {
    depth = 0;
    lose();
  }

  abstract void lose();
}
