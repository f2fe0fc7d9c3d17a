package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.StatementHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** {@link java.sql.Statement#getResultSet}: which session a result set belongs to. */
final class ResultSetInstrumentation {
  static final JdbcMethods METHODS = JdbcMethods.of("getResultSet()L");

  private ResultSetInstrumentation() {}

  static final class ResultSetAdvice {
    private ResultSetAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object statement,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object resultSet) {
      StatementHooks.derived(statement, resultSet);
    }
  }
}
