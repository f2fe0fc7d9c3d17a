/** What becomes of an application's throughput. */
package io.jdbcmirror.benchmarks.throughput;
