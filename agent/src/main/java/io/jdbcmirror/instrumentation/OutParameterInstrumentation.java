package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import io.jdbcmirror.bootstrap.ParameterHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** {@link java.sql.CallableStatement#registerOutParameter}, by index and by name. */
final class OutParameterInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "registerOutParameter(II)V",
          "registerOutParameter(III)V",
          "registerOutParameter(IILjava/lang/String;)V",
          "registerOutParameter(ILjava/sql/SQLType;)V",
          "registerOutParameter(ILjava/sql/SQLType;I)V",
          "registerOutParameter(ILjava/sql/SQLType;Ljava/lang/String;)V",
          "registerOutParameter(Ljava/lang/String;I)V",
          "registerOutParameter(Ljava/lang/String;II)V",
          "registerOutParameter(Ljava/lang/String;ILjava/lang/String;)V",
          "registerOutParameter(Ljava/lang/String;Ljava/sql/SQLType;)V",
          "registerOutParameter(Ljava/lang/String;Ljava/sql/SQLType;I)V",
          "registerOutParameter(Ljava/lang/String;Ljava/sql/SQLType;Ljava/lang/String;)V");

  private OutParameterInstrumentation() {}

  static final class OutParameterAdvice {
    private OutParameterAdvice() {}

    /** Inside it drivers ask the server where a parameter of that name stands. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {
      ConnectionHooks.enterInternal();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @State @Nullable Object statement,
        @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object parameter,
        @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object type,
        @Advice.Argument(value = 2, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object option,
        @Advice.Thrown Throwable thrown) {
      ConnectionHooks.exitInternal();
      if (thrown == null) {
        ParameterHooks.outParameter(statement, parameter, type, option);
      }
    }
  }
}
