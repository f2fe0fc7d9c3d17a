package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** Generated keys, as the application reads them. Called as {@link JdbcHandler} says. */
public interface KeyHandler {
  /** The application asks for the keys that its last execution has generated. */
  @Nullable Object enterGeneratedKeys(Object statement);

  /**
   * @param resultSet null if the call has thrown
   */
  void exitGeneratedKeys(Object token, @Nullable Object resultSet);
}
