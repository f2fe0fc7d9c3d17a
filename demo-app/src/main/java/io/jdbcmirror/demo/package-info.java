/**
 * The demonstration: starts two databases and the service under the agent, watches, and compares.
 */
@NullMarked
package io.jdbcmirror.demo;

import org.jspecify.annotations.NullMarked;
