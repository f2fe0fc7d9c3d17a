package io.jdbcmirror.instrumentation;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code loadClass} of class loaders that hide what they have not heard of: for the bootstrap room
 * they ask the bootstrap loader after all. The one advice that calls the JDK alone, since what it
 * is inlined into may see nothing else.
 */
final class LoaderInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of("loadClass(Ljava/lang/String;)L", "loadClass(Ljava/lang/String;Z)L");

  private LoaderInstrumentation() {}

  static final class LoadClassAdvice {
    private LoadClassAdvice() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static @Nullable Class<?> enter(@Advice.Argument(0) String name) throws ClassNotFoundException {
      return name.startsWith("io.jdbcmirror.bootstrap.") ? Class.forName(name, false, null) : null;
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Class<?> room, @Advice.Return(readOnly = false) Class<?> loaded) {
      if (room != null) {
        loaded = room;
      }
    }
  }
}
