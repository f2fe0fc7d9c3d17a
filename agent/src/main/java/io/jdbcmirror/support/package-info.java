/** Agent log, threads, the SQL lexer: what several rooms need and none owns. */
package io.jdbcmirror.support;
