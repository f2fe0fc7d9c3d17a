/** What one captured call costs. */
package io.jdbcmirror.benchmarks.call;
