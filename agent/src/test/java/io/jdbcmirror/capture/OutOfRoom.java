package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.ConnectionHandler;
import io.jdbcmirror.bootstrap.CopyHandler;
import io.jdbcmirror.bootstrap.JdbcHandler;
import io.jdbcmirror.bootstrap.KeyHandler;
import io.jdbcmirror.bootstrap.ParameterHandler;
import io.jdbcmirror.bootstrap.ResultHandler;
import io.jdbcmirror.bootstrap.StatementHandler;

/** At the end of the stack: the next execution fails, and cannot even be told of it. */
final class OutOfRoom implements JdbcHandler {
  private final Capture real;
  private final int times;
  private boolean failing = true;
  int refusals;

  /**
   * @param times that it cannot be told
   */
  OutOfRoom(Capture real, int times) {
    this.real = real;
    this.times = times;
  }

  @Override
  public StatementHandler statements() {
    if (failing) {
      failing = false;
      throw new StackOverflowError();
    }
    return real.statements();
  }

  @Override
  public void failed(String hook, Object subject, Throwable thrown) {
    if (refusals < times) {
      refusals++;
      throw new StackOverflowError();
    }
    real.failed(hook, subject, thrown);
  }

  @Override
  public ConnectionHandler connections() {
    return real.connections();
  }

  @Override
  public ParameterHandler parameters() {
    return real.parameters();
  }

  @Override
  public ResultHandler results() {
    return real.results();
  }

  @Override
  public KeyHandler keys() {
    return real.keys();
  }

  @Override
  public CopyHandler copies() {
    return real.copies();
  }
}
