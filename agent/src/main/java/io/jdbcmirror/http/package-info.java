/**
 * The metrics server: metrics, health, status and a page, for {@code GET} and {@code HEAD} on exact
 * paths, and control by {@code POST} where a token is set. Only {@code JdkServer} and {@code
 * Exchanges} know the JDK's server, which a Java runtime may lack.
 */
package io.jdbcmirror.http;
