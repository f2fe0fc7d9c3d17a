package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ParameterHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** MariaDB's own setter, which its updatable result sets call. Its index is from 0. */
final class DriverSetterInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of("setParameter(ILorg/mariadb/jdbc/client/util/Parameter;)V");

  private DriverSetterInstrumentation() {}

  static final class DriverSetterAdvice {
    private DriverSetterAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @State @Nullable Object statement,
        @Advice.Argument(0) int index,
        @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object parameter) {
      if (ParameterHooks.records(statement)) {
        ParameterHooks.driverParameter(statement, index + 1, parameter);
      }
    }
  }
}
