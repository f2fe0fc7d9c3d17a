/**
 * The second database: its driver, connections, sessions, parameter binding, error types, and the
 * guard that keeps the source from being taken for it.
 */
package io.jdbcmirror.target;
