/** How the cost of a call grows with what the application does, on a driver that does nothing. */
package io.jdbcmirror.benchmarks.growth;
