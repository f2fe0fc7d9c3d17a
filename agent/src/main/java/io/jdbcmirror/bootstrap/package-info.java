/**
 * The only code that a driver's instrumented classes call. It stands in the bootstrap class loader,
 * names no type outside {@code java.base} and keeps no state but the handler.
 */
package io.jdbcmirror.bootstrap;
