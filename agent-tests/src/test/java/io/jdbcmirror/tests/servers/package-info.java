/** Application servers as their makers ship them, with and without the agent. */
package io.jdbcmirror.tests.servers;
