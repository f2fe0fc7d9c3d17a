package io.jdbcmirror.benchmarks.call;

import java.util.List;

/**
 * One way to run the application.
 *
 * @param jvm what its JVM is started with
 * @param drains whether everything reaches the target, and is waited for
 */
record Variant(String name, List<String> jvm, Access access, boolean drains) {
  static Variant without(String name, Access access) {
    return new Variant(name, List.of(), access, false);
  }

  static Variant agent(String name, List<String> jvm) {
    return new Variant(name, jvm, Access.PLAIN, false);
  }
}
