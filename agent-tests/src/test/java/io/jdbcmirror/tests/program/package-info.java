/**
 * Random JDBC programs: each is generated from a seed, runs in a mirrored application, and is
 * printed as a Java program where the two sides differ afterwards.
 *
 * <p>A generator makes its calls on the stand-ins of a {@link Recorder}, which takes them down; so
 * what a program runs and what it prints are the same calls.
 */
package io.jdbcmirror.tests.program;
