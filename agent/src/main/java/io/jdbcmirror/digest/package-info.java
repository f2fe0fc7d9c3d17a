/**
 * SQL folded to what all executions of a statement have in common, and what can be told of it from
 * its text alone. Used on mirror threads, never on the application's.
 */
package io.jdbcmirror.digest;
