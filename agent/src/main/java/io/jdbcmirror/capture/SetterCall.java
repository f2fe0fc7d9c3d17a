package io.jdbcmirror.capture;

import java.io.InputStream;
import java.sql.Blob;
import java.sql.Clob;
import org.jspecify.annotations.Nullable;

/**
 * The token of a setter that is under way: what the driver was given to read, and what the thread
 * was inside of before. Setters that the driver calls within are a part of it.
 */
final class SetterCall {
  private final StatementCapture statement;
  private final @Nullable Recorded recorded;
  private final boolean hides;
  private final @Nullable CapturedSession outer;

  private SetterCall(StatementCapture statement, @Nullable Recorded recorded, boolean hides) {
    this.statement = statement;
    this.recorded = recorded;
    this.hides = hides;
    this.outer = hides ? ThreadCalls.current().enter(statement.session()) : null;
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
    statement.inSetter(true);
    return call;
  }

  @Nullable Object replacement() {
    return recorded;
  }

  void end(@Nullable Throwable thrown) {
    statement.inSetter(false);
    if (hides) {
      ThreadCalls.current().exit(outer);
    }
    if (thrown != null && recorded != null) {
      recorded.recording().lose();
    }
  }
}
