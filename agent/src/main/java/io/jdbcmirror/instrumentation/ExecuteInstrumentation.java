package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.StatementHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Every execute method of {@link java.sql.Statement} and {@link java.sql.PreparedStatement}. */
final class ExecuteInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "execute()Z",
          "execute(Ljava/lang/String;)Z",
          "execute(Ljava/lang/String;I)Z",
          "execute(Ljava/lang/String;[I)Z",
          "execute(Ljava/lang/String;[Ljava/lang/String;)Z",
          "executeQuery()L",
          "executeQuery(Ljava/lang/String;)L",
          "executeUpdate()I",
          "executeUpdate(Ljava/lang/String;)I",
          "executeUpdate(Ljava/lang/String;I)I",
          "executeUpdate(Ljava/lang/String;[I)I",
          "executeUpdate(Ljava/lang/String;[Ljava/lang/String;)I",
          "executeLargeUpdate()J",
          "executeLargeUpdate(Ljava/lang/String;)J",
          "executeLargeUpdate(Ljava/lang/String;I)J",
          "executeLargeUpdate(Ljava/lang/String;[I)J",
          "executeLargeUpdate(Ljava/lang/String;[Ljava/lang/String;)J",
          "executeBatch()[",
          "executeLargeBatch()[");

  /** pgjdbc's connection executes the steps of two-phase commit by itself, since 42.7.13. */
  static final JdbcMethods CONNECTION_METHODS =
      JdbcMethods.of("execSQLUpdate(Ljava/lang/String;)V");

  private ExecuteInstrumentation() {}

  static final class ExecuteAdvice {
    private ExecuteAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @State @Nullable Object statement,
        @MethodName String method,
        @Advice.Argument(value = 0, optional = true) String sql,
        @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object generatedKeys) {
      return StatementHooks.enterExecute(statement, method, sql, generatedKeys);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token,
        @State @Nullable Object statement,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned,
        @Advice.Thrown Throwable thrown) {
      StatementHooks.exitExecute(token, statement, returned, thrown);
    }
  }
}
