package io.jdbcmirror.target;

/** How the target stands to the source. */
enum Relation {
  /** The target is the source: never to be written to. */
  SAME_DATABASE,
  /** Another database of the source's server. */
  SAME_SERVER,
  /** Another server. */
  DIFFERENT,
  /** The servers do not say enough of themselves. */
  UNKNOWN
}
