/** Compares the tables of two databases row by row. */
@NullMarked
package io.jdbcmirror.demo.compare;

import org.jspecify.annotations.NullMarked;
