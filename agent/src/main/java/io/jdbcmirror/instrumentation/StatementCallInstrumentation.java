package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.JdbcHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Calls that change what a statement's next execution does: batches and cleared parameters. */
final class StatementCallInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "addBatch()V",
          "addBatch(Ljava/lang/String;)V",
          "clearBatch()V",
          "clearParameters()V",
          "close()V");

  private StatementCallInstrumentation() {}

  static final class StatementCallAdvice {
    private StatementCallAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Origin("#m") String method,
        @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object first) {
      JdbcHooks.statementCall(statement, method, first instanceof String ? (String) first : null);
    }
  }
}
