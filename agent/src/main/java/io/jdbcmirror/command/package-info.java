/** What the jar does when it is started as a program: {@code java -jar}. */
package io.jdbcmirror.command;
