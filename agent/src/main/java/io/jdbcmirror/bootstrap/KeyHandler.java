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

  /**
   * Whether a result set is one of generated keys: asked first at each of its calls, so that
   * nothing is boxed in vain.
   */
  boolean readsKeys(Object resultSet);

  /** A call begins that moves such a result set or closes it. */
  void enterKeyStep(Object resultSet);

  /**
   * @param returned false also where it has thrown
   */
  void exitKeyStep(Object resultSet, String method, @Nullable Object returned);

  /**
   * A getter of such a result set has returned.
   *
   * @param column index or label
   */
  void key(Object resultSet, Object column, @Nullable Object value);
}
