package io.jdbcmirror.capture;

/** What a driver is given in place of the application's own object, to see what it reads. */
interface Recorded {
  Recording recording();
}
