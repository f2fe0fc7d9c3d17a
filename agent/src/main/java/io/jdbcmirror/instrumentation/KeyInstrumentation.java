package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.KeyHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * {@link java.sql.Statement#getGeneratedKeys}: what the application then reads of the result is
 * seen by {@link ResultInstrumentation}.
 */
final class KeyInstrumentation {
  static final JdbcMethods KEYS = JdbcMethods.of("getGeneratedKeys()L");

  private KeyInstrumentation() {}

  static final class KeysAdvice {
    private KeysAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@State @Nullable Object statement) {
      return KeyHooks.enterGeneratedKeys(statement);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object resultSet) {
      KeyHooks.exitGeneratedKeys(token, resultSet);
    }
  }
}
