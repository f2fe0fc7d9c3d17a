package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.JdbcHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Calls that change what a statement's next execution does: batches, cleared and OUT parameters.
 */
final class StatementCallInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "addBatch()V",
          "addBatch(Ljava/lang/String;)V",
          "clearBatch()V",
          "clearParameters()V",
          "close()V",
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
