package io.jdbcmirror.traffic;

/** Why the target lacks what a request did on the source. */
public enum Missed {
  UNSAMPLED,
  DROPPED,
  NOT_CAPTURED
}
