/** Measures what the agent costs, each figure beside its baseline of the same run. */
package io.jdbcmirror.benchmarks;
