/** A driver that does nothing, so that what is measured on it is not its own. */
package io.jdbcmirror.benchmarks.nothing;
