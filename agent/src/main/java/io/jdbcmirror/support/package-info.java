/** Agent log and threads: what every room needs and none owns. */
package io.jdbcmirror.support;
