package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.StatementHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * The methods of {@link java.sql.Connection} that make statements, and those by which the updatable
 * result sets of MySQL's and MariaDB's drivers make theirs.
 */
final class CreationInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "createStatement()L",
          "createStatement(II)L",
          "createStatement(III)L",
          "createInternalStatement()L", // MariaDB Connector 4, for its XAResource
          "prepareStatement(Ljava/lang/String;)L",
          "prepareStatement(Ljava/lang/String;I)L",
          "prepareStatement(Ljava/lang/String;[I)L",
          "prepareStatement(Ljava/lang/String;[Ljava/lang/String;)L",
          "prepareStatement(Ljava/lang/String;II)L",
          "prepareStatement(Ljava/lang/String;III)L",
          "prepareCall(Ljava/lang/String;)L",
          "prepareCall(Ljava/lang/String;II)L",
          "prepareCall(Ljava/lang/String;III)L",
          "clientPrepareStatement(Ljava/lang/String;)L",
          "serverPrepareStatement(Ljava/lang/String;)L",
          "prepareInternal(Ljava/lang/String;IIIZ)L");

  private CreationInstrumentation() {}

  static final class CreationAdvice {
    private CreationAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @State @Nullable Object connection,
        @MethodName String method,
        @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC) Object first,
        @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object second,
        @Advice.Argument(value = 2, optional = true, typing = Assigner.Typing.DYNAMIC) Object third,
        @Advice.Argument(value = 3, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object fourth,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object statement) {
      StatementHooks.statementCreated(connection, method, statement, first, second, third, fourth);
    }
  }
}
