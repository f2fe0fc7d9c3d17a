package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What the hooks hand over to, on the application's thread, inside the driver's call: one handler
 * for each kind of object. {@code method} is always the plain name of the instrumented JDBC method.
 *
 * <p>The object that was called is given as the state that hangs on it, or as itself where its
 * class has no field for that; a hook without either is passed over.
 *
 * <p>A token returned by an {@code enter} comes back to the {@code exit} of the same call; null
 * means that the call is passed over. What throws is the agent's own fault, and stays its own.
 */
public interface JdbcHandler {
  ConnectionHandler connections();

  StatementHandler statements();

  ParameterHandler parameters();

  ResultHandler results();

  KeyHandler keys();

  CopyHandler copies();

  /**
   * A call of one of these has thrown, with nothing, a part or all of its work done.
   *
   * @param subject the driver's object that it was about, or the token of an exit; null where there
   *     is none
   */
  void failed(String hook, @Nullable Object subject, Throwable thrown);
}
