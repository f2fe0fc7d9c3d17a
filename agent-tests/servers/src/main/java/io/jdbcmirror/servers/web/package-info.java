/** As a web application. */
package io.jdbcmirror.servers.web;
