package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Statements: how they come to be, are executed, and lead to objects that work on their connection.
 * Called as {@link JdbcHandler} says.
 */
public interface StatementHandler {
  /**
   * A connection has made a statement. Nested calls of the driver arrive first, the application's
   * own last. The arguments are those of the overload; null beyond them.
   */
  void statementCreated(
      Object connection,
      String method,
      Object statement,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth);

  /**
   * @param sql null for a prepared statement's own SQL and for batches
   */
  @Nullable Object enterExecute(
      Object statement, String method, @Nullable String sql, @Nullable Object generatedKeys);

  /**
   * @param returned what the call returns, boxed; null or a number's 0 where it has thrown
   */
  void exitExecute(
      Object token,
      @Nullable Object statement,
      @Nullable Object returned,
      @Nullable Throwable thrown);

  /** An object that works on a connection or statement has been made: a result set, a copy API. */
  void derived(Object maker, Object made);

  /** A setter of fetch size, row limit, time-out and the like has returned. */
  void statementOption(Object statement, String method, @Nullable Object value);

  /** A call on batch or parameters begins. */
  @Nullable Object enterStatementCall(Object statement, String method);

  /**
   * It has returned or thrown.
   *
   * @param sql of {@code addBatch(String)}, else null
   */
  void exitStatementCall(
      Object token, String method, @Nullable String sql, @Nullable Throwable thrown);

  /** A call begins that may change rows without a statement. */
  @Nullable Object enterBypass(Object owner);

  void exitBypass(Object token, @Nullable Throwable thrown);
}
