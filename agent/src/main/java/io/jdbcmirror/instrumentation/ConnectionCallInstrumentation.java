package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * The methods of {@link java.sql.Connection} that end transactions or change the session, and those
 * for which drivers run statements of their own.
 */
final class ConnectionCallInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "commit()V",
          "rollback()V",
          "rollback(Ljava/sql/Savepoint;)V",
          "setSavepoint()L",
          "setSavepoint(Ljava/lang/String;)L",
          "releaseSavepoint(Ljava/sql/Savepoint;)V",
          "setAutoCommit(Z)V",
          "getAutoCommit()Z",
          "close()V",
          "abort(Ljava/util/concurrent/Executor;)V",
          "setTransactionIsolation(I)V",
          "setReadOnly(Z)V",
          "setSchema(Ljava/lang/String;)V",
          "setCatalog(Ljava/lang/String;)V",
          "setHoldability(I)V",
          "getTransactionIsolation()I",
          "getSchema()L",
          "getCatalog()L",
          "isValid(I)Z",
          "setClientInfo(Ljava/lang/String;Ljava/lang/String;)V",
          "setClientInfo(Ljava/util/Properties;)V",
          "getClientInfo()L",
          "getClientInfo(Ljava/lang/String;)L");

  private ConnectionCallInstrumentation() {}

  static final class ConnectionCallAdvice {
    private ConnectionCallAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @State @Nullable Object connection,
        @MethodName String method,
        @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object argument,
        @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object second) {
      return ConnectionHooks.enterConnectionCall(connection, method, argument, second);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned,
        @Advice.Thrown Throwable thrown) {
      ConnectionHooks.exitConnectionCall(token, returned, thrown);
    }
  }
}
