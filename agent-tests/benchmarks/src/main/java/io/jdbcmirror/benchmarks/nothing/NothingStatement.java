package io.jdbcmirror.benchmarks.nothing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps the last two values that were bound, and says that one row has changed. */
public abstract class NothingStatement implements PreparedStatement {
  private static final Class<? extends NothingStatement> WHOLE =
      Stubs.complete(NothingStatement.class);

  private @Nullable NothingConnection connection;
  private @Nullable AtomicLong executed;
  private int number;
  private @Nullable String text;

  protected NothingStatement() {}

  /**
   * @param executed counts its executions; null if they are not counted
   */
  static NothingStatement of(NothingConnection connection, @Nullable AtomicLong executed) {
    NothingStatement made = Stubs.make(WHOLE);
    made.connection = connection;
    made.executed = executed;
    return made;
  }

  @Override
  public void setInt(int index, int value) {
    number = value;
  }

  @Override
  public void setString(int index, @Nullable String value) {
    text = value;
  }

  @Override
  public boolean execute() {
    run();
    return false;
  }

  @Override
  public int executeUpdate() {
    run();
    return 1;
  }

  private void run() {
    AtomicLong counter = executed;
    if (counter != null) {
      counter.lazySet(counter.get() + 1); // one mirror thread alone applies
    }
  }

  @Override
  public int getUpdateCount() {
    return 1;
  }

  @Override
  public @Nullable Connection getConnection() {
    return connection;
  }

  /** So that what was bound is not dead code. */
  public int sum() {
    return text == null ? number : number + text.length();
  }
}
