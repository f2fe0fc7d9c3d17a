/** Applications that the tests start in JVMs of their own. None of them knows of the agent. */
package io.jdbcmirror.tests.app;
