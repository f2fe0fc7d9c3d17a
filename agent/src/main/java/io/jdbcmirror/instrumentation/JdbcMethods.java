package io.jdbcmirror.instrumentation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A set of JDBC methods, by signature. A signature is a method's name, its parameter descriptor and
 * the first letter of its return descriptor, so that a driver's covariant return types match:
 * {@code executeQuery(Ljava/lang/String;)L}.
 */
final class JdbcMethods {
  private final Set<String> names = new HashSet<>();
  private final Set<String> signatures;

  private JdbcMethods(Set<String> signatures) {
    this.signatures = signatures;
    for (String signature : signatures) {
      names.add(signature.substring(0, signature.indexOf('(')));
    }
  }

  static JdbcMethods of(String... signatures) {
    return new JdbcMethods(new HashSet<>(Arrays.asList(signatures)));
  }

  /** Mostly the answer already, and a descriptor is dear to come by. */
  boolean names(String name) {
    return names.contains(name);
  }

  boolean contains(String name, String descriptor) {
    if (!names(name)) {
      return false;
    }
    int end = descriptor.indexOf(')') + 2;
    return signatures.contains(name + descriptor.substring(0, Math.min(end, descriptor.length())));
  }
}
