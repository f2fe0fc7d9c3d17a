/** As a fat jar. */
package io.jdbcmirror.servers.boot;
