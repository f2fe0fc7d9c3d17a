/** One small application, as each kind of server takes it: web application, bundle, fat jar. */
package io.jdbcmirror.servers;
