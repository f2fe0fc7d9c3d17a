/** As a bundle. */
package io.jdbcmirror.servers.osgi;
