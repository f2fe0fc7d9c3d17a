/** Small applications that run on Java 8 and up. None of them knows of the agent. */
package io.jdbcmirror.tests.app8;
