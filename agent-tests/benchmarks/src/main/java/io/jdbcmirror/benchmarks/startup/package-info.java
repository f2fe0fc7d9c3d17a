/** What the agent adds to the start of a program. */
package io.jdbcmirror.benchmarks.startup;
