package io.jdbcmirror.benchmarks.call;

/**
 * Of one call.
 *
 * @param nanos wall time
 * @param cpuNanos of the application's thread
 * @param bytes that the application's thread has allocated
 */
record Cost(double nanos, double cpuNanos, double bytes) {}
