package io.jdbcmirror.capture;

/**
 * A call that changes what a statement's next execution does. Drivers make such calls inside of
 * their own: MySQL's callable statements add a batch by that of their superclass, Derby's clear the
 * parameters when they have added a row. Not thread-safe, as the statement is not.
 */
final class OutermostCall {
  private boolean entered;
  private boolean cleared;

  /**
   * @return false if this one is part of another
   */
  boolean enter(String method) {
    if (entered) {
      cleared |= method.equals("clearParameters");
      return false;
    }
    entered = true;
    return true;
  }

  /**
   * The call that was entered has been taken down, or has thrown.
   *
   * @return whether the driver has cleared the parameters inside
   */
  boolean exit() {
    boolean clearedInside = cleared;
    entered = false;
    cleared = false;
    return clearedInside;
  }

  /** Its end will not be told. */
  void forget() {
    entered = false;
  }
}
