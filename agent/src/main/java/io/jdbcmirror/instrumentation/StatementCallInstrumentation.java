package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.StatementHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

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

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@State @Nullable Object statement, @MethodName String method) {
      return StatementHooks.enterStatementCall(statement, method);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token,
        @MethodName String method,
        @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC) Object first,
        @Advice.Thrown Throwable thrown) {
      StatementHooks.exitStatementCall(
          token, method, first instanceof String ? (String) first : null, thrown);
    }
  }
}
