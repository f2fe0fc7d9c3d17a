package io.jdbcmirror.instrumentation;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * A set of JDBC methods, by signature. A signature is a method's name, its parameter descriptor and
 * the first letter of its return descriptor, so that a driver's covariant return types match:
 * {@code executeQuery(Ljava/lang/String;)L}.
 */
final class JdbcMethods {
  private final Set<String> signatures;

  private JdbcMethods(Set<String> signatures) {
    this.signatures = Collections.unmodifiableSet(signatures);
  }

  static JdbcMethods of(String... signatures) {
    return new JdbcMethods(new HashSet<>(Arrays.asList(signatures)));
  }

  boolean contains(String name, String descriptor) {
    int end = descriptor.indexOf(')') + 2;
    return signatures.contains(name + descriptor.substring(0, Math.min(end, descriptor.length())));
  }
}
