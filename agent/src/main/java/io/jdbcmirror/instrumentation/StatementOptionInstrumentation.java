package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.StatementHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** The setters of {@link java.sql.Statement} that change how it executes, not what. */
final class StatementOptionInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "setFetchSize(I)V",
          "setFetchDirection(I)V",
          "setMaxRows(I)V",
          "setLargeMaxRows(J)V",
          "setMaxFieldSize(I)V",
          "setQueryTimeout(I)V",
          "setEscapeProcessing(Z)V",
          "setCursorName(Ljava/lang/String;)V",
          "setPoolable(Z)V");

  private StatementOptionInstrumentation() {}

  static final class StatementOptionAdvice {
    private StatementOptionAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @State @Nullable Object statement,
        @MethodName String method,
        @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object value) {
      StatementHooks.statementOption(statement, method, value);
    }
  }
}
