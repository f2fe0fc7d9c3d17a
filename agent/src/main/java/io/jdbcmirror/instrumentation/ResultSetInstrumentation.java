package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.StatementHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** {@link java.sql.Statement#getResultSet}: which session a result set belongs to. */
final class ResultSetInstrumentation {
  static final JdbcMethods METHODS = JdbcMethods.of("getResultSet()L");

  private ResultSetInstrumentation() {}

  static final class ResultSetAdvice {
    private ResultSetAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @State @Nullable Object statement,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object resultSet) {
      StatementHooks.derived(statement, resultSet);
    }
  }
}
