/**
 * The mirror's threads: they take transactions from the queue in the source's order, apply them to
 * the target, try again where that is safe, and count what became of every one.
 */
package io.jdbcmirror.mirror;
