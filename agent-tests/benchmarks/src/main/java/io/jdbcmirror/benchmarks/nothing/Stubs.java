package io.jdbcmirror.benchmarks.nothing;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.StubMethod;

/** Completes a class that implements a part of an interface: the other methods answer nothing. */
final class Stubs {
  private Stubs() {}

  static <T> Class<? extends T> complete(Class<T> partial) {
    return new ByteBuddy()
        .subclass(partial)
        .name(partial.getName() + "Whole")
        .method(isAbstract())
        .intercept(StubMethod.INSTANCE)
        .make()
        .load(partial.getClassLoader(), ClassLoadingStrategy.Default.INJECTION)
        .getLoaded();
  }

  static <T> T make(Class<? extends T> whole) {
    try {
      return whole.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + whole, e);
    }
  }
}
