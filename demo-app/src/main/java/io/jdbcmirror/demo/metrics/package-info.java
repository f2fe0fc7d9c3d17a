/** Reads what the agent says of itself and prints it as tables. */
@NullMarked
package io.jdbcmirror.demo.metrics;

import org.jspecify.annotations.NullMarked;
