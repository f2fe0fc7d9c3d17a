/**
 * Where the JVM enters: finds the jar, builds the agent's class loader and hands over to {@code
 * lifecycle}. Never throws.
 */
package io.jdbcmirror.premain;
