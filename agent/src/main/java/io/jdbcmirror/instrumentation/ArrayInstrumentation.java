package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ParameterHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** {@link java.sql.Connection#createArrayOf}: what an array is made of, to make it again. */
final class ArrayInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of("createArrayOf(Ljava/lang/String;[Ljava/lang/Object;)L");

  private ArrayInstrumentation() {}

  static final class ArrayAdvice {
    private ArrayAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Argument(0) String typeName,
        @Advice.Argument(1) Object[] elements,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object array) {
      ParameterHooks.arrayCreated(array, typeName, elements);
    }
  }
}
