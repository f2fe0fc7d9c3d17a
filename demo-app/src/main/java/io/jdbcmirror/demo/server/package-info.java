/** Programs that run a database server in a process of their own. */
@NullMarked
package io.jdbcmirror.demo.server;

import org.jspecify.annotations.NullMarked;
