/** An agent beside ours, in a package that no application has. */
package io.jdbcmirror.tests.plainagent;
