package io.jdbcmirror.tests.app;

import java.io.Serializable;

/**
 * A piece of an application's work, written in a test and run in the forked JVM. It may capture
 * serializable values, such as strings, and nothing of its test.
 */
@FunctionalInterface
public interface Step extends Serializable {
  void run(Scene scene) throws Exception;
}
