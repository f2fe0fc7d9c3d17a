/** What the application's calls of real databases take. */
package io.jdbcmirror.benchmarks.real;
