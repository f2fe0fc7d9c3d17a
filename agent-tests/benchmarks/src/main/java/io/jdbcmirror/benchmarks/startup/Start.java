package io.jdbcmirror.benchmarks.startup;

/**
 * One run of a program, from the start of its process.
 *
 * @param firstMillis until it has said its first word
 * @param endMillis until its process has ended
 */
record Start(double firstMillis, double endMillis) {}
