package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.Tracked;

/** Stands for a driver's object: connection, statement; nothing else of it is ever called. */
final class TrackedObject implements Tracked {
  private Object state;

  @Override
  public Object jdbcMirror$state() {
    return state;
  }

  @Override
  public void jdbcMirror$state(Object newState) {
    state = newState;
  }
}
