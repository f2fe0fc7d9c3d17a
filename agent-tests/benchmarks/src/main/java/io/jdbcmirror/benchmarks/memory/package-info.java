/** What the agent holds, and what that means for the collector. */
package io.jdbcmirror.benchmarks.memory;
