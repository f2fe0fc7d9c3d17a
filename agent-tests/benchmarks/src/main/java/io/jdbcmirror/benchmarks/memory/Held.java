package io.jdbcmirror.benchmarks.memory;

/**
 * Of one transaction, in bytes.
 *
 * @param heap that the queue holds, after a full collection
 * @param counted that the agent says it holds
 * @param retained of the heap, when all of it is applied and compared
 */
record Held(double heap, double counted, double retained) {}
