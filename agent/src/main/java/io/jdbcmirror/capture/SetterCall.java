package io.jdbcmirror.capture;

import java.io.InputStream;
import java.sql.Blob;
import java.sql.Clob;
import org.jspecify.annotations.Nullable;

/**
 * The token of a setter that is under way: what the driver was given to read. Setters that the
 * driver calls within are a part of it.
 */
final class SetterCall extends HookedCall {
  private final StatementCapture statement;
  private final @Nullable Recorded recorded;
  private final boolean hides;

  private SetterCall(StatementCapture statement, @Nullable Recorded recorded, boolean hides) {
    super(statement.session());
    this.statement = statement;
    this.recorded = recorded;
    this.hides = hides;
  }

  /**
   * Whether a driver may talk to its server in this setter: pgjdbc's makes a large object there,
   * which is the binding's and no request.
   */
  static boolean mayTalk(String method, Object value) {
    return method.endsWith("lob") || (method.equals("setObject") && isRead(value));
  }

  private static boolean isRead(Object value) {
    return value instanceof InputStream || value instanceof Blob || value instanceof Clob;
  }

  /**
   * @param recorded what the driver is given instead of the application's value, or null
   * @param hides whether what the driver does meanwhile on the connection is passed over
   */
  static SetterCall enter(StatementCapture statement, @Nullable Recorded recorded, boolean hides) {
    SetterCall call = new SetterCall(statement, recorded, hides);
    if (hides) {
      call.enter(ThreadCalls.current());
    }
    statement.parameters().inSetter(true);
    return call;
  }

  @Nullable Object replacement() {
    return recorded;
  }

  void end(@Nullable Throwable thrown) {
    leave();
    if (thrown != null && recorded != null) {
      recorded.recording().lose();
    }
  }

  @Override
  void leave() {
    statement.parameters().inSetter(false);
    if (hides) {
      super.leave();
    }
  }

  @Override
  void distrust() {
    leave();
    if (recorded != null) {
      recorded.recording().lose();
    }
    statement.parameters().distrust();
  }
}
