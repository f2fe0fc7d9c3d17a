package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.Setter;

/** What a driver is given in place of the application's own object, to see what it reads. */
interface Recorded {
  Recording recording();

  /**
   * The setter that binds on the target what was read here.
   *
   * @param called by the application
   */
  default Setter sentBy(Setter called) {
    return called;
  }
}
