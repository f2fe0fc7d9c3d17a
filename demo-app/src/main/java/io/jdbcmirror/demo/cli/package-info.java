/** Command lines of the demonstration's programs. */
@NullMarked
package io.jdbcmirror.demo.cli;

import org.jspecify.annotations.NullMarked;
