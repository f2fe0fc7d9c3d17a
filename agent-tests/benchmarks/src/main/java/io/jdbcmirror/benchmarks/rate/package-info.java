/** How fast the mirror applies what is queued. */
package io.jdbcmirror.benchmarks.rate;
